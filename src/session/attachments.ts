import type {LiveOpsError} from '../errors.js';
import type {RewardChain} from '../model.js';
import type {Attached, Family, SessionContext} from './context.js';
import {families, findFamily, notLoaded} from './families.js';

/** The families that a session uses. */
export type Attachments = {
  /**
   * The session's instance of a family, attached at the first call. @throws {LiveOpsError} `config` if it is not
   * loaded.
   */
  use(name: string, member?: string): Attached;
  isLoaded(name: string): boolean;
  setPlayer(player: string | undefined): void;
  refresh(): void;
  observe(chains: readonly RewardChain[]): void;
  renew(): void;
  restart(): void;
  fail(error: LiveOpsError): void;
  destroy(): void;
};

/**
 * Forwards session events to the families, in the order of the registry. A family that is attached later first receives
 * the current state: whose token is in use, and whether the player has signed out or the session has ended.
 */
export function createAttachments(session: SessionContext, given?: readonly Family[]): Attachments {
  return new AttachedFamilies(session, given);
}

class AttachedFamilies implements Attachments {
  readonly #session: SessionContext;
  readonly #given: readonly Family[] | undefined;
  readonly #attached = new Map<string, Attached>();
  #player: string | undefined;
  #failure: LiveOpsError | undefined;
  #isOver = false;

  constructor(session: SessionContext, given: readonly Family[] | undefined) {
    this.#session = session;
    this.#given = given;
  }

  use(name: string, member?: string): Attached {
    const known = this.#attached.get(name);
    if (known) return known;
    const family = findFamily(name, this.#given);
    if (!family) throw notLoaded(name, member);
    return this.#attach(family);
  }

  isLoaded(name: string): boolean {
    return findFamily(name, this.#given) !== undefined;
  }

  setPlayer(player: string | undefined): void {
    this.#player = player;
    this.#each(family => family.setPlayer?.(player));
  }

  refresh(): void {
    this.#failure = undefined;
    this.#each(family => family.refresh?.());
  }

  observe(chains: readonly RewardChain[]): void {
    this.#each(family => family.observe?.(chains));
  }

  renew(): void {
    this.#each(family => family.renew?.());
  }

  restart(): void {
    this.#each(family => family.restart?.());
  }

  fail(error: LiveOpsError): void {
    this.#failure = error;
    this.#each(family => family.fail?.(error));
  }

  destroy(): void {
    this.#isOver = true;
    this.#each(family => family.destroy?.());
  }

  #attach(family: Family): Attached {
    const made = family.attach(this.#session);
    this.#attached.set(family.name, made);
    if (this.#player !== undefined) made.setPlayer?.(this.#player);
    if (this.#failure) made.fail?.(this.#failure);
    if (this.#isOver) made.destroy?.();
    return made;
  }

  #each(task: (family: Attached) => void): void {
    for (const [name] of families) {
      const family = this.#attached.get(name);
      if (family) task(family);
    }
  }
}
