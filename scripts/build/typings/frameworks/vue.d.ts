/* Vue 3: `import type {} from 'liveops-elements/vue'`. */
import type {EmitFn, HTMLAttributes, PublicProps} from 'vue';
import type {Listener, LiveOpsElements} from './elements.js';

type Tag = keyof LiveOpsElements;

/** Vue's tools look attributes up by their names in camel case. */
type Camel<Name> = Name extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Name;

type Props<T extends Tag> = {[Name in keyof Attributes<T> as Camel<Name>]: Attributes<T>[Name]} & Properties<T>;
type Attributes<T extends Tag> = LiveOpsElements[T]['attributes'];
type Properties<T extends Tag> = LiveOpsElements[T]['properties'];

/** `data-*`, which Vue's tools accept only on plain tags. */
type Data = {[Name in `data${Capitalize<string>}`]?: unknown};

type Emits<Element, Events> = {[Name in keyof Events]: Listener<Events[Name], Element>};

type VueElement<T extends Tag> = new () => LiveOpsElements[T]['element'] & {
  $props: Props<T> & Omit<HTMLAttributes, keyof Props<T>> & PublicProps & Data;
  $emit: EmitFn<Emits<LiveOpsElements[T]['element'], LiveOpsElements[T]['events']>>;
};

type LiveOpsComponents = {[T in keyof LiveOpsElements]: VueElement<T>};

declare module 'vue' {
  interface GlobalComponents extends LiveOpsComponents {}
}
