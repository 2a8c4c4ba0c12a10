import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {runInNewContext} from 'node:vm';
import {createLink} from '../../../src/host/link.js';
import {createPage} from '../host/fake-hosts.js';
import {codeBlocks, readText} from './markdown.js';
import {QUOTES} from './quotes.js';

/** Where the game runs a script, how its language makes a JavaScript string there, and the mirror of that. */
const SCRIPTS = [
  ['unity', '"LiveOpsHost.receive(" + JsonConvert.ToString(json) + ")"', QUOTES.newtonsoft],
  ['unreal', 'return TEXT("\\"") + Text.ReplaceCharWithEscapedChar() + TEXT("\\"");', QUOTES.unreal],
  ['webview2', 'static string Quote(string json) => JsonSerializer.Serialize(json);', QUOTES.systemTextJson],
  ['react-native', '`LiveOpsHost.receive(${JSON.stringify(json)}); true;`', QUOTES.javascript],
  ['flutter', "run('LiveOpsHost.receive(${jsonEncode(json)})')", QUOTES.dart],
  ['wry', 'return JSON.stringify(json)', QUOTES.godot],
  ['cef', 'value->SetString(json);\n    return CefWriteJSON(value, JSON_WRITER_DEFAULT).ToString();', QUOTES.chromium],
  ['android', '"LiveOpsHost.receive(" + JSONObject.quote(json) + ")"', QUOTES.android],
] as const;

/** Pages whose text reaches the page as an argument, and never becomes a part of a script. */
const ARGUMENTS = [
  ['unity-webgl', 'LiveOpsHost.receive(UTF8ToString(text))'],
  ['wkwebview', 'callAsyncJavaScript("LiveOpsHost.receive(json)", arguments: ["json": json]'],
  ['qt', 'emit message('],
  ['electron', "ipcRenderer.on('liveops', (_event, text) => listener(text))"],
  ['iframe', 'widgets.receive(JSON.stringify('],
] as const;

const HOSTILE = [
  'quotes " \' ` and \\ \\" \\\\',
  'lines \n \r \r\n \u2028 \u2029 \u0085',
  'controls \u0000 \u0001 \b \t \v \f \u001b \u007f',
  '</script><script>throw 1</script><!-- ]]>',
  '100% %22 %5C %u2028 1+1 a+b &#34; &amp; ? #',
  '"); throw new Error("out"); ("',
  '${throw} {{x}} $& \\u0022 \\x22',
  '🐺 ä \ud83d\udc3a \u200f \ufeff',
];

const codeOf = (page: string): string =>
  codeBlocks(readText(`docs/guide/hosts/${page}.md`))
    .map(({text}) => text)
    .join();

/** What a listener of the page hears of texts, when a game runs such scripts in it. */
async function heard(quote: (text: string) => string, texts: readonly string[], indent?: number): Promise<unknown[]> {
  const names: unknown[] = [];
  const LiveOpsHost = createLink(createPage());
  LiveOpsHost.listen({'clan.changed': ({clan}) => names.push(clan)});
  for (const clan of texts) {
    const json = JSON.stringify({jsonrpc: '2.0', method: 'clan.changed', params: {clan}}, null, indent);
    runInNewContext(`LiveOpsHost.receive(${quote(json)})`, {LiveOpsHost});
    await Promise.resolve();
  }
  return names;
}

describe('The game’s texts, as scripts', () => {
  for (const [page, code, quote] of SCRIPTS) {
    it(`are made on the page as mirrored here: ${page}`, () => {
      assert.ok(codeOf(page).includes(code));
    });

    it(`arrive as they were, whatever is in them: ${page}`, async () => {
      assert.deepEqual(await heard(quote, HOSTILE), HOSTILE);
      assert.deepEqual(await heard(quote, HOSTILE, 2), HOSTILE);
    });
  }

  for (const [page, code] of ARGUMENTS)
    it(`are no part of a script: ${page}`, () => {
      assert.ok(codeOf(page).includes(code));
      assert.doesNotMatch(codeOf(page), /LiveOpsHost\.receive\(["'`] ?\+/);
    });

  it('would break out of a string that only quotation marks are put around', async () => {
    await assert.rejects(heard(json => `"${json}"`, HOSTILE));
    await assert.rejects(heard(json => `'${json}'`, HOSTILE));
  });
});

describe('The mirrors', () => {
  it('differ where the languages do', () => {
    const text = '\u2028</script> \'"+/';

    assert.deepEqual(Object.fromEntries(Object.entries(QUOTES).map(([name, quote]) => [name, quote(text)])), {
      newtonsoft: '"\\u2028</script> \'\\"+/"',
      systemTextJson: '"\\u2028\\u003C/script\\u003E \\u0027\\u0022\\u002B/"',
      unreal: '"\u2028</script> \\\'\\"+/"',
      chromium: '"\\u2028\\u003C/script> \'\\"+/"',
      godot: '"\u2028</script> \'\\"+/"',
      android: '"\u2028<\\/script> \'\\"+\\/"',
      dart: '"\u2028</script> \'\\"+/"',
      javascript: '"\u2028</script> \'\\"+/"',
    });
  });
});
