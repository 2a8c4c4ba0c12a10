import {messages} from './messages.js';

/** Texts in a row, with the comma of the language of the words between them. */
export function joined(texts: readonly string[], pattern = messages.comma): string {
  return texts.join(pattern.replace('{one}', '').replace('{other}', ''));
}
