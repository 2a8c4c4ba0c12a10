/* React 19: `import type {} from 'liveops-elements/react'`. */
import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {LiveOpsElements} from './elements.js';

type Tag = keyof LiveOpsElements;

type Own<T extends Tag> = LiveOpsElements[T]['attributes'] &
  LiveOpsElements[T]['properties'] &
  LiveOpsElements[T]['listeners'];

type Html<Element> = DetailedHTMLProps<HTMLAttributes<Element>, Element>;

/** The props of one element, for components around it: `LiveOpsProps<'liveops-session'>`. */
export type LiveOpsProps<T extends Tag> = Own<T> & Omit<Html<LiveOpsElements[T]['element']>, keyof Own<T>>;

type LiveOpsIntrinsicElements = {[T in keyof LiveOpsElements]: LiveOpsProps<T>};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends LiveOpsIntrinsicElements {}
  }
}
