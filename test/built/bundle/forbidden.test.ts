import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

const FILES = ['dist/liveops-elements.js', 'dist/liveops-elements.iife.js'];

/** How often each may stand in a file that players load, dependencies included. */
const ALLOWED: Readonly<Record<string, readonly [pattern: RegExp, times: number]>> = {
  'text made markup, but by Lit for templates': [/innerHTML/g, 1],
  'other ways to make text markup': [/outerHTML|insertAdjacentHTML|document\.write|setHTMLUnsafe|parseFromString/g, 0],
  'code from text': [/\beval\(|new Function\(|javascript:/g, 0],
  'listeners for messages, but of a channel between the player’s own tabs': [
    /addEventListener\(["']message["']|onmessage/g,
    1,
  ],
  'messages to other windows': [/(?:parent|top|opener|window|self|contentWindow)\??\.postMessage/g, 0],
  'ways to another page, two of them to the payment page and one to the page’s own `contribute-href`': [
    /location\.(?:href\s*=|assign|replace)|window\.open|(?<!indexedDB\.)\bopen(?:\?\.)?\(["'`]/g,
    3,
  ],
  'windows that open, of which one is blank until it has the address of the payment page': [/_blank/g, 1],
  cookies: [/document\.cookie/g, 0],
  'uses of the storage of a tab, which keeps the name of the visit': [/sessionStorage/g, 2],
  'credentials of a server': [/\bBasic |\bbtoa\(/g, 0],
  'a trusted type other than Lit’s': [/createPolicy\((?!["']lit-html["'])/g, 0],
  'the trusted type of Lit': [/createPolicy\(["']lit-html["']/g, 1],
};

for (const file of FILES)
  describe(file, () => {
    const text = readFileSync(file, 'utf8');
    for (const [what, [pattern, times]] of Object.entries(ALLOWED))
      it(`holds ${what} ${times} times`, () => {
        assert.equal((text.match(pattern) ?? []).length, times);
      });
  });
