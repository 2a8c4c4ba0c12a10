import '../../../components/clan-contributors/define.js';
import './scene.js';

import {expect} from 'chai';
import {atom} from 'nanostores';
import {LiveOpsError, type LiveOpsErrorCode} from '../../../src/errors.js';
import type {Session} from '../../../src/session/session.js';
import {refusalText} from '../../../components/shared/failure.js';
import {said} from './scene.js';

/** Fails to compile when a code is missing. */
const ALL: Readonly<Record<LiveOpsErrorCode, true>> = {
  config: true,
  'auth-required': true,
  forbidden: true,
  'not-found': true,
  invalid: true,
  'already-claimed': true,
  'not-enough-points': true,
  'not-available': true,
  'rate-limited': true,
  server: true,
  network: true,
  timeout: true,
  'bad-answer': true,
  'outcome-unknown': true,
  'storage-unavailable': true,
  'limit-exceeded': true,
  'payment-open': true,
  'code-unknown': true,
  'code-limit': true,
  'code-expired': true,
  'code-region': true,
  host: true,
  aborted: true,
};
const CODES = Object.keys(ALL) as LiveOpsErrorCode[];

type Tag = 'liveops-clan-contributors' | 'liveops-reward-chain' | 'liveops-clan-switch';

/** An element on a session in which everything has ended with that error. */
async function failedWith(tag: Tag, code: LiveOpsErrorCode): Promise<string> {
  const error = new LiveOpsError(code, 'No.');
  const failed = atom({status: 'failed', error});
  const session = {
    locale: 'en',
    $clan: atom('wolves'),
    $signedOut: atom(false),
    $rewardChains: failed,
    contributors: () => failed,
    claimStep: () => Promise.reject(error),
    clanSwitch: {$state: failed, $receipts: atom([])},
    refresh: () => undefined,
  };
  const element = document.createElement(tag);
  element.session = session as unknown as Session;
  document.body.append(element);
  await element.updateComplete;
  const text = said(element);
  element.remove();
  return text;
}

/** What docs/reference/errors.md says that players see, by code: the texts in quotes of the three kinds of failures. */
async function documented(): Promise<ReadonlyMap<string, {loading: string; refused: string}>> {
  const page = await (await fetch('/docs/reference/errors.md')).text();
  const sections = page.split(/^## /m).slice(1);
  return new Map(
    sections.map(section => {
      const code = section.slice(0, section.indexOf('\n'));
      const [, sees = ''] = /\*\*The player sees\.\*\*([^]*?)\n\n/.exec(section) ?? [];
      const texts = [
        ...sees.replace(/\s+/g, ' ').matchAll(/(Board and reward chain|A refused switch):[^“]*“([^”]*)”/g),
      ];
      const textOf = (kind: string): string => texts.find(([, name]) => name === kind)?.[2] ?? '';
      return [code, {loading: textOf('Board and reward chain'), refused: textOf('A refused switch')}];
    }),
  );
}

describe('What players see of a failure', () => {
  let pages: Awaited<ReturnType<typeof documented>>;

  before(async () => {
    pages = await documented();
  });

  it('every code has its own reason, and docs/reference/errors.md a section for each', () => {
    const reasons = CODES.map(code => refusalText({code}));
    expect(new Set(reasons).size).to.equal(CODES.length);
    expect([...pages.keys()]).to.deep.equal(CODES);
  });

  for (const code of CODES)
    it(`${code}: the elements and docs/reference/errors.md say the same`, async () => {
      const {loading, refused} = pages.get(code)!;
      const [board, chain, clanSwitch] = [
        await failedWith('liveops-clan-contributors', code),
        await failedWith('liveops-reward-chain', code),
        await failedWith('liveops-clan-switch', code),
      ];

      // Where a code never comes of loading, the page has no text for it.
      const expected = loading || 'This could not be loaded.';
      expect(board).to.contain(expected);
      expect(chain).to.contain(expected);
      expect(refused, 'documented').not.to.equal('');
      expect(clanSwitch).to.contain(refused);
      if (code !== 'storage-unavailable')
        expect(refused).to.equal(`Your clan was not switched. ${refusalText({code})}`);
    });

  it('an error of a newer copy of this package is shown, too', async () => {
    expect(await failedWith('liveops-clan-switch', 'too-new' as LiveOpsErrorCode)).to.match(
      /Your clan was not switched\. \w/,
    );
  });
});
