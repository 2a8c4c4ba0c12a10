import {shown} from './page.js';
import {play} from './scene.js';
import {testTranslated} from './translated.js';

/** What has our texts, in states that have many of them. */
const SCENES = [
  ['liveops-daily-rewards', 'default', 'day'],
  ['liveops-daily-rewards', 'day-unanswered', 'day'],
  ['liveops-reward-chain', 'default', 'step'],
  ['liveops-offer-chain', 'default', 'step'],
  ['liveops-clan-switch', 'rich-new-clan', 'preview'],
  ['liveops-clan-switch', 'lost-answer', 'title'],
] as const;

for (const [tag, scenario, part] of SCENES)
  testTranslated({
    tag,
    states: [scenario],
    open: async () => {
      const {element} = await play(tag, scenario);
      await shown(element, part);
      return element;
    },
  });
