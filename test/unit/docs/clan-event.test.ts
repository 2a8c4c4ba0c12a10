import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {after, before, beforeEach, describe, it} from 'node:test';
import {parse} from 'yaml';
import {describePlan} from '../../../demo/sandbox/command/project/report.js';
import {planProject, toProjectFile} from '../../../src/admin/project-file/index.js';
import {adminOf} from '../admin/back-end.js';
import {apply} from '../project-file/projects.js';
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
  beforeEach(async () => await sandbox.reset());
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

  it('has a file that makes the same event on a fresh sandbox', async () => {
    const [yaml] = blocks.filter(({lang}) => lang === 'yaml');
    const file = toProjectFile(parse(yaml?.text ?? ''));
    const admin = adminOf(sandbox);
    const made = async () => [
      (await admin.rewardChains.get(100_001)).steps.map(({step_id: _, ...step}) => step),
      (await admin.dailyChains.get(200_001)).steps.map(({step_id: _, ...step}) => step),
      (await admin.offerChains.get(300_001)).steps.map(({step_id: _, ...step}) => step),
      await admin.valuePoints.items.list('siege_points'),
    ];
    await outputsOf(blocks, sandbox.url, 'shared');
    const expected = await made();
    await sandbox.reset();

    const plan = await planProject({admin, file, ids: {}, prune: false});
    assert.equal(`${describePlan(plan, false)}\n`, blocks[blocks.indexOf(yaml!) + 1]?.text);
    const {ids} = await apply(admin, file);

    assert.deepEqual(await made(), expected);
    assert.deepEqual((await apply(admin, file, {ids})).steps, []);
  });

  it('shows elements that there are, with the ids that its examples print', () => {
    assert.equal(shown.length, 4);
    for (const {element, kind, id} of shown) {
      assert.ok(existsSync(`components/${element.replace('liveops-', '')}`), element);
      assert.ok(expected.includes(`{ ${kind}_chain_id: ${id} }\n`), `${kind} ${id}`);
    }
  });
});
