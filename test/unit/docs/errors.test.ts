import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {runInNewContext} from 'node:vm';
import {transformSync} from 'esbuild';
import {type LiveOpsErrorCode} from '../../../src/errors.js';
import {HOSTS} from '../../../src/host/hosts.js';
import {createSession} from '../../../src/index.js';
import {messages} from '../../../src/text/messages.js';
import {codeBlocks, readText, sectionsOf, tableOf} from './markdown.js';

const PARTS = ['When', 'The player sees', 'Check', 'Polling', 'Example'];

const page = readText('docs/reference/errors.md');
const sections = sectionsOf(page);

function codesOfType(): string[] {
  const type = /export type LiveOpsErrorCode =([^;]*);/.exec(readText('src/errors.ts'))?.[1] ?? '';
  return [...type.matchAll(/'([^']+)'/g)].map(([, code = '']) => code);
}

/** An answer as the page writes it: status line, headers, an empty line, the body. */
function toResponse(text: string): Response {
  const [head = '', body = ''] = text.split('\n\n');
  const [statusLine = '', ...headers] = head.split('\n');
  const pairs = headers.map(header => header.split(': ') as [string, string]);
  return new Response(body.trim(), {status: Number(statusLine.split(' ')[1]), headers: pairs});
}

/** The code of the error that a session makes of an answer. */
async function codeOf(answer: () => Response): Promise<LiveOpsErrorCode | undefined> {
  const session = createSession({
    projectId: 44056,
    getToken: () => 'token',
    pollSeconds: 0,
    fetch: async () => answer(),
  });
  const $board = session.contributors(101);
  await $board.reload();
  const state = $board.value;
  return state?.status === 'failed' ? state.error.code : undefined;
}

/** What a script says at its end that it ends with. */
const ENDS = /\/\/ (throws: .*|rejects with `[\w-]+`)\n$/;

/** Runs a script to the value of its last line. */
function run(script: string): unknown {
  return runInNewContext(script, {createSession, getToken: () => 'token', Promise, TypeError});
}

/** What is left of the texts that a section quotes from the screen, once our own messages are taken out. */
function unknownTexts(section: string): string[] {
  const seen = /^\*\*The player sees\.\*\*(.*?)^\*\*/ms.exec(section)?.[1]?.replace(/\s+/g, ' ') ?? '';
  const quoted = [...seen.matchAll(/“([^”]+)”/g)].map(([, text = '']) => text);
  const known = Object.values(messages).sort((one, other) => other.length - one.length);
  return quoted.map(text => known.reduce((rest, message) => rest.replace(message, ''), text).trim()).filter(Boolean);
}

describe('docs/reference/errors.md', () => {
  const ran: string[] = [];
  it('explains the codes of the type, each under a heading that is the code, in the same order', () => {
    assert.ok(codesOfType().includes('config'));
    assert.deepEqual(
      sections.map(({heading}) => heading),
      codesOfType(),
    );
  });

  for (const {heading, text} of sections) {
    it(`tells when, what the player sees, what to check, and whether polling goes on: ${heading}`, () => {
      const parts = [...text.matchAll(/^\*\*([^*]+)\.\*\*(?: \S|\n\n```)/gm)].map(([, part]) => part);
      assert.deepEqual(parts, PARTS);
    });

    it(`quotes the screen word for word: ${heading}`, () => {
      assert.deepEqual(unknownTexts(text), []);
    });

    it(`has an example that holds: ${heading}`, async () => {
      const examples = codeBlocks(text);
      assert.equal(examples.length, 1);
      for (const {lang, text: code} of examples) {
        assert.match(lang, /^(http|js|html)$/);
        if (lang === 'http') assert.equal(await codeOf(() => toResponse(code)), heading);
        if (lang === 'html')
          assert.ok(HOSTS.some(({name}) => code.includes(`<liveops-session project-id="44056" host="${name}">`)));
        if (lang === 'js') transformSync(code, {loader: 'js'});
        if (!ENDS.test(code)) continue;
        await assert.rejects(async () => run(code), {code: heading});
        ran.push(heading);
      }
    });
  }

  it('has examples that say how they end, which were run', () => assert.deepEqual(ran.sort(), ['config', 'network']));

  it('lists vendor codes with what they become', async () => {
    const rows = tableOf(page);
    assert.ok(rows.length >= 10);
    for (const [status, vendorCode, , code] of rows) {
      const errorCode = Number(/^`0401-(\d{4})`$/.exec(vendorCode ?? '')?.[1]);
      const answer = (): Response => Response.json({errorCode}, {status: Number(status)});
      assert.equal(`\`${await codeOf(answer)}\``, code, vendorCode);
    }
  });
});
