import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {Visitor} from '../sandbox/support/visitor.js';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {startSandbox} from '../../support/sandbox-node.js';
import {codeBlocks, readText} from './markdown.js';
import {outputsOf} from './run-examples.js';

const blocks = codeBlocks(readText('docs/guide/clan-event.md'));
const html = blocks.find(({lang}) => lang === 'html')?.text ?? '';

/** What the page shows below each example, with nothing where it shows no output. */
const expected = blocks.flatMap(({lang}, index) => {
  const next = blocks[index + 1];
  return lang === 'js' ? [next?.lang === 'text' ? next.text : ''] : [];
});

/** The elements of the page, with the id that each shows. */
const shown = [...html.matchAll(/<(liveops-[\w-]+) (\w+)-chain-id="(\d+)"/g)].map(([, element, kind, id]) => ({
  element: element ?? '',
  kind: kind ?? '',
  id: Number(id),
}));

describe('docs/guide/clan-event.md', () => {
  let sandbox: SandboxControl;
  before(async () => (sandbox = await startSandbox()));
  after(async () => await sandbox.close());

  it('prints below every example what it prints, and ends with the event as it says', async () => {
    const [, ...examples] = expected;

    assert.deepEqual(await outputsOf(blocks, sandbox.url, 'shared'), examples);

    const player = await Visitor.signIn(sandbox, 'Rocket');
    const siege = shown.find(({kind}) => kind === 'reward')?.id ?? 0;
    const {steps} = await player.chain(siege);
    assert.deepEqual(
      steps.map(({price}) => price.amount),
      [100, 1000, 5000],
    );
    assert.deepEqual(await player.board(siege), [{name: 'Rocket', contributed_amount: 100}]);
    assert.equal((await player.claim(siege, steps[0]!.step_id)).status, 204);
    for (const {kind, id} of shown.filter(each => each.kind !== 'reward'))
      assert.equal((await player.call('GET', `/${kind}_chain/${id}`)).status, 404, `${kind} is disabled`);
  });

  it('shows elements that there are, with the ids that its examples print', () => {
    assert.equal(shown.length, 4);
    for (const {element, kind, id} of shown) {
      assert.ok(existsSync(`components/${element.replace('liveops-', '')}`), element);
      assert.ok(expected.includes(`{ ${kind}_chain_id: ${id} }\n`), `${kind} ${id}`);
    }
  });
});
