import type {Game} from './game.js';
import {createPage, type Page} from './page.js';
import {createPlainPage} from './plain-page.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const ACTIONS = 3;
/** A press sends one update, another one where the first had no answer, and a look that was due meanwhile a third. */
const MOST_UPDATES = 3;
/** Five looks end with one at most, and so many presses. */
const MOST_UPDATES_A_LIFE = 5 + MOST_UPDATES * ACTIONS;

/** What a player does in one page life; resolves with the page, or `undefined` when the page died under it. */
export async function visit(game: Game, isCalm: boolean): Promise<Page | undefined> {
  const {random, happenings, project, updates} = game;
  game.open();
  const {client} = game.settings.design;
  const page = client === 'journal' ? createPage(game) : createPlainPage(game, client === 'ky');

  const wait = async (ms: number, promise?: Promise<unknown>): Promise<boolean> => {
    let isDone = false;
    promise?.then(
      () => (isDone = true),
      (error: unknown) => game.witness.find('rejected', String(error)),
    );
    await game.clock.pass(ms, () => game.life.isOver || isDone);
    if (game.life.isOver) return false;
    if (promise && !isDone) game.witness.find('at no rest', 'a call does not settle');
    game.witness.looked(page.receipts());
    return true;
  };

  const move = async (): Promise<boolean> => {
    happenings.move(game.faults.noMove);
    game.witness.note(`moved: word ${happenings.word}, attribute ${project.attribute}, member ${project.member}`);
    if (game.knowsWord) page.name(happenings.word);
    return true;
  };

  const claim = async (): Promise<boolean> => {
    const step = project.claimable()[0];
    return !step || wait(HOUR, page.claim(step.chainId, step.stepId));
  };

  const press = async (): Promise<boolean> => {
    const before = game.updates;
    game.witness.note('press');
    const isAlive = await wait(HOUR, page.press());
    const sent = game.updates - before;
    if (sent > MOST_UPDATES && client === 'journal') game.witness.find('out of bounds', `${sent} updates for a press`);
    return isAlive;
  };

  const mayPress = (): boolean => {
    const knows = game.knowsWord ? ['pending', 'failed'].includes(page.status()) : project.attribute !== project.member;
    return knows || (!isCalm && random.chance(0.1));
  };

  const acknowledge = async (): Promise<boolean> => {
    for (const {id} of page.receipts()) {
      if ((isCalm || random.chance(0.6)) && !(await wait(HOUR, page.acknowledge(id)))) return false;
    }
    return true;
  };

  const act = async (): Promise<boolean> => {
    if (!isCalm && random.chance(0.3) && !(await move())) return false;
    if (!isCalm && random.chance(0.1) && !(await claim())) return false;
    if (mayPress() && !(await press())) return false;
    return (await acknowledge()) && wait(random.between(0, 20) * SECOND);
  };

  if (!(await wait(random.between(1, 10) * MINUTE))) return undefined;
  for (let action = 0; action < (isCalm ? 1 : ACTIONS); action++) if (!(await act())) return undefined;
  const sent = game.updates - updates;
  if (sent > MOST_UPDATES_A_LIFE && client === 'journal') game.witness.find('out of bounds', `${sent} updates a life`);
  return page;
}
