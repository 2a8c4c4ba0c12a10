import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parse} from 'yaml';
import {describePlan} from '../../../demo/sandbox/command/project/report.js';
import {planProject, toProjectFile} from '../../../src/admin/project-file/index.js';
import {apply, EmptyProject, planOf} from '../project-file/projects.js';
import {codeBlocks, readText} from './markdown.js';

const blocks = codeBlocks(readText('docs/guide/project-file.md'));
const [example = ''] = blocks.filter(({lang}) => lang === 'yaml').map(({text}) => text);

describe('docs/guide/project-file.md', () => {
  it('has a file whose plan is the one below it, and which can be applied', async () => {
    const empty = new EmptyProject();
    await empty.reset();
    const {admin} = empty;
    const file = toProjectFile(parse(example));
    const plan = await planProject({admin, file, ids: {}, prune: false});

    assert.equal(`${describePlan(plan, false)}\n`, blocks.find(({lang}) => lang === 'text')?.text);
    await apply(admin, file);
    assert.deepEqual(await planOf(admin, file), []);
  });
});
