import {nearest} from './nearest.js';

const PREFIX = 'liveops-';

/** Imports elements by their tags. */
export type Imports = {
  /** Imports the element of this tag, if it is ours and not yet defined; retries a failed import. */
  see(tag: string): void;
  /** Retries the failed imports. */
  retry(): void;
};

/** `load` imports an element by its name, which is its tag without `liveops-`. */
export function createImports(names: readonly string[], load: (name: string) => Promise<unknown>): Imports {
  /** Tags that are imported, being imported, or not our elements. */
  const done = new Set<string>();
  const failed = new Set<string>();

  const request = async (tag: string): Promise<void> => {
    done.add(tag);
    try {
      await load(tag.slice(PREFIX.length));
      failed.delete(tag);
    } catch (error) {
      if (!failed.has(tag)) console.error(`liveops-elements: <${tag}> could not be loaded.`, error);
      failed.add(tag);
      done.delete(tag);
    }
  };

  const warn = (tag: string): void => {
    done.add(tag);
    const meant = nearest(tag.slice(PREFIX.length), names);
    console.warn(`liveops-elements has no <${tag}>.${meant ? ` Did you mean <${PREFIX}${meant}>?` : ''}`);
  };

  const see = (tag: string): void => {
    if (!tag.startsWith(PREFIX) || done.has(tag) || customElements.get(tag)) return;
    if (names.includes(tag.slice(PREFIX.length))) void request(tag);
    else warn(tag);
  };

  return {see, retry: () => failed.forEach(see)};
}
