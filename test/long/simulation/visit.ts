import type {World} from './world.js';
import {createQueue} from '../../../src/claims/queue.js';
import {createPage, type Page} from './page.js';
import {createPlainPage} from './plain-page.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const ACTIONS = 3;
/** A press sends one update, another one where the first had no answer, and a look that was due meanwhile a third. */
const MOST_UPDATES = 3;
/** Five looks end with one at most, and so many presses. */
const MOST_UPDATES_A_LIFE = 5 + MOST_UPDATES * ACTIONS;

/** What a player does in one page life; resolves with the page, or `undefined` when the page died under it. */
export async function visit(world: World, device: number, isCalm: boolean): Promise<Page | undefined> {
  const {random, happenings, project, updates} = world;
  world.open();
  const {client} = world.settings.design;
  const turns = createQueue();
  const pages = client === 'journal' ? [createPage(world, device, turns)] : [createPlainPage(world, client === 'ky')];
  // The same player at the same time: in another tab, or on another device.
  if (client === 'journal' && world.settings.crowd && !isCalm && random.chance(0.3)) {
    const other = random.chance(0.5) ? (device + 1) % world.devices : device;
    pages.push(createPage(world, other, other === device ? turns : createQueue()));
  }
  let page = pages[0] as Page;
  const first = page;

  const wait = async (ms: number, promise?: Promise<unknown>): Promise<boolean> => {
    let isDone = false;
    promise?.then(
      () => (isDone = true),
      (error: unknown) => world.witness.find('rejected', String(error)),
    );
    await world.clock.pass(ms, () => world.life.isOver || isDone);
    if (world.life.isOver) return false;
    if (promise && !isDone) world.witness.find('at no rest', 'a call does not settle');
    for (const one of pages) world.witness.looked(one.receipts());
    return true;
  };

  const move = async (): Promise<boolean> => {
    happenings.move(world.faults.noMove);
    world.witness.note(`moved: word ${happenings.word}, attribute ${project.attribute}, member ${project.member}`);
    if (world.knowsWord) for (const one of pages) one.name(happenings.word);
    return true;
  };

  const claim = async (): Promise<boolean> => {
    const step = project.claimable()[0];
    return !step || wait(HOUR, page.claim(step.chainId, step.stepId));
  };

  const press = async (): Promise<boolean> => {
    const before = world.updates;
    world.witness.note('press');
    const isAlive = await wait(HOUR, page.press());
    const sent = world.updates - before;
    if (sent > MOST_UPDATES * pages.length && client === 'journal')
      world.witness.find('out of bounds', `${sent} updates for a press`);
    return isAlive;
  };

  const mayPress = (): boolean => {
    const knows = world.knowsWord
      ? ['pending', 'failed', ...(isCalm ? ['recovering'] : [])].includes(page.status())
      : project.attribute !== project.member;
    return knows || (!isCalm && random.chance(0.1));
  };

  const acknowledge = async (): Promise<boolean> => {
    for (const {id} of page.receipts()) {
      if ((isCalm || random.chance(0.6)) && !(await wait(HOUR, page.acknowledge(id)))) return false;
    }
    return true;
  };

  const turn = (): void => {
    if (pages.length === 1) return;
    page = random.pick(pages);
    page.focus();
  };

  const act = async (): Promise<boolean> => {
    turn();
    if (!isCalm && random.chance(0.3) && !(await move())) return false;
    if (!isCalm && random.chance(0.1) && !(await claim())) return false;
    if (mayPress() && !(await press())) return false;
    return (await acknowledge()) && wait(isCalm ? 10 * MINUTE : random.between(0, 20) * SECOND);
  };

  const start = random.chance(0.3) ? random.between(0, 10) * SECOND : random.between(1, 10) * MINUTE;
  if (!(await wait(start))) return undefined;
  for (let action = 0; action < (isCalm ? 1 : ACTIONS); action++) if (!(await act())) return undefined;
  const sent = world.updates - updates;
  if (sent > MOST_UPDATES_A_LIFE * pages.length && client === 'journal')
    world.witness.find('out of bounds', `${sent} updates a life`);
  return first;
}
