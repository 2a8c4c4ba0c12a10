import type {GenericSchema} from 'valibot';
import {type Reader, read} from '../answers/read.js';
import type {PromotionCalls} from '../connection/versions.js';
import {type PageOptions, rowsOf} from '../connection/pages.js';
import {editedBy, type RelatedFields} from '../input/changes.js';
import {checked} from '../input/check.js';
import {withDatesOf} from '../input/periods.js';

type Path = readonly (string | number)[];

/** What differs from one kind of promotion to another. */
export type RecordKind<Id, Created, Answer, Update> = {
  readonly list: Path;
  /** The path of one; checks the id. */
  readonly pathOf: (id: Id) => Path;
  /** The path of its switches; default {@link pathOf}. */
  readonly switchOf?: (id: Id) => Path;
  readonly input: GenericSchema;
  readonly update: GenericSchema;
  readonly related?: RelatedFields;
  readonly created: Reader<Created>;
  readonly answer: Reader<Answer>;
  readonly page: Reader<RecordPage<Answer>>;
  /** The input that would leave the record unchanged. */
  readonly toUpdate: (answer: Answer) => Update;
  /** The fields of the answer that this version does not know. */
  readonly unknownIn: (answer: Answer) => object;
};

/** A page of a list, as the reader of its kind returns it. */
export type RecordPage<Answer> = {readonly rows: readonly Answer[]; readonly total?: number | undefined};

/** The calls that all kinds of promotions have. */
export type Records<Id, Created, Answer, Input, Update> = {
  create(input: Input): Promise<Created>;
  list(options?: PageOptions): AsyncIterable<Answer>;
  get(id: Id): Promise<Answer>;
  update(id: Id, input: Update): Promise<void>;
  change(id: Id, how: (current: Update) => Update | Promise<Update>): Promise<void>;
  delete(id: Id): Promise<void>;
  activate(id: Id): Promise<void>;
  deactivate(id: Id): Promise<void>;
};

/** The calls of one kind of promotion. The lists of one kind and the switches stayed in `/v2`. */
export function createRecords<Id, Created, Answer, Input, Update extends object>(
  {moved, stayed, version}: PromotionCalls,
  kind: RecordKind<Id, Created, Answer, Update>,
): Records<Id, Created, Answer, Input, Update> {
  const {pathOf, switchOf = pathOf} = kind;

  const get = async (id: Id): Promise<Answer> => read(kind.answer, await moved({method: 'GET', path: pathOf(id)}));

  const replace = async (id: Id, body: object): Promise<void> => {
    await moved({method: 'PUT', path: pathOf(id), body: withDatesOf(version, body)});
  };

  const switchTo = (what: string) => async (id: Id) => {
    await stayed({method: 'PUT', path: [...switchOf(id), what]});
  };

  return {
    get,
    async create(input) {
      const body = withDatesOf(version, checked(kind.input, input) as object);
      return read(kind.created, await moved({method: 'POST', path: kind.list, body}));
    },
    list: options =>
      rowsOf(async window => read(kind.page, await stayed({method: 'GET', path: kind.list, query: window})), options),
    async update(id, input) {
      await replace(id, checked(kind.update, input));
    },
    async change(id, how) {
      const current = await get(id);
      const {toUpdate, update, unknownIn, related = {}} = kind;
      const next = await editedBy({current: toUpdate(current), how, schemaOf: () => update, related});
      await replace(id, {...unknownIn(current), ...next});
    },
    async delete(id) {
      await moved({method: 'DELETE', path: pathOf(id)});
    },
    activate: switchTo('activate'),
    deactivate: switchTo('deactivate'),
  };
}
