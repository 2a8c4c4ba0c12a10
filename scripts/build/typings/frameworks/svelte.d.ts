/* Svelte 5: `import type {} from 'liveops-elements/svelte'`. */
import type {HTMLAttributes} from 'svelte/elements';
import type {LiveOpsElements} from './elements.js';

type Tag = keyof LiveOpsElements;

type Own<T extends Tag> = LiveOpsElements[T]['attributes'] &
  LiveOpsElements[T]['properties'] &
  LiveOpsElements[T]['listeners'];

/** The attributes of one element, for components around it: `LiveOpsAttributes<'liveops-session'>`. */
export type LiveOpsAttributes<T extends Tag> = Own<T> &
  Omit<HTMLAttributes<LiveOpsElements[T]['element']>, keyof Own<T>>;

type LiveOpsSvelteElements = {[T in keyof LiveOpsElements]: LiveOpsAttributes<T>};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends LiveOpsSvelteElements {}
}
