import type {ScenarioName} from '../../../src/scenarios/scenarios.js';
import {type Attributes, shown} from './page.js';
import {play, type Tag} from './scene.js';

/** How to bring an element into one of its states. */
export type Way<T extends Tag> = {
  /** Default `default`. */
  scenario?: ScenarioName;
  /** The part by which the state is known. */
  part: string;
  projectId?: number;
  attributes?: Attributes;
  drive?: (element: HTMLElementTagNameMap[T]) => Promise<unknown>;
};

export type Ways<T extends Tag> = Readonly<Record<string, Way<T>>>;

/** An element that has gone that way, in the page. */
export async function gone<T extends Tag>(
  tag: T,
  {scenario = 'default', part, projectId, drive, attributes}: Way<T>,
  more: Attributes = {},
): Promise<HTMLElementTagNameMap[T]> {
  const {element} = await play(tag, scenario, {
    attributes: {...attributes, ...more},
    ...(projectId !== undefined && {session: {projectId}}),
  });
  await shown(element, part);
  await drive?.(element);
  await element.updateComplete;
  return element;
}
