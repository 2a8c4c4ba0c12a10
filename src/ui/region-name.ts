import {createElement} from './create-element.js';

/** Adds `label` to the name of an element's region, which has that of its heading; without one, only the heading's. */
export function nameRegion(root: DocumentFragment | HTMLElement, label: string): void {
  const known = root.querySelector('#label');
  if (!label && !known) return;
  const text = known ?? createElement('span', {id: 'label', hidden: '', translate: 'no'});
  if (text.textContent !== label) text.textContent = label;
  if (!known) root.append(text);
  root.querySelector('section')?.setAttribute('aria-labelledby', label ? 'title label' : 'title');
}
