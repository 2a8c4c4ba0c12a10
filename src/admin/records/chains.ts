import type {GenericSchema} from 'valibot';
import {type Reader, read} from '../answers/read.js';
import type {SendCall} from '../connection/connection.js';
import {flagOf, type PageOptions, rowsOf} from '../connection/pages.js';
import {isEnabledIn, type Switches, switchesOver} from '../connection/switches.js';
import {editedBy} from '../input/changes.js';
import {checked} from '../input/check.js';
import {type Confirmation, demandConfirmation} from '../input/confirmation.js';
import {whole} from '../input/fields.js';

const LARGEST_PAGE = 10;

/** What differs from one kind of chain to another. */
export type ChainKind<Created, Row, Answer, Update> = {
  /** The vendor's name in paths. */
  readonly name: 'reward_chain' | 'daily_chain' | 'offer_chain';
  readonly inputCheckOf: (input: object) => GenericSchema;
  readonly updateCheckOf: (input: object) => GenericSchema;
  readonly created: Reader<Created>;
  readonly answer: Reader<Answer>;
  readonly page: Reader<{items: Row[]; has_more?: boolean | undefined}>;
  /** The input that would leave the chain unchanged. */
  readonly toUpdate: (answer: Answer) => Update;
  /** The fields of the answer that this version does not know. */
  readonly unknownIn: (answer: Answer) => object;
};

/** The calls of chains. `reset` is for kinds that have it. */
export type ChainCalls<Created, Row, Answer, Input, Update> = Switches & {
  create(input: Input): Promise<Created>;
  list(options?: PageOptions & {enabled?: boolean | undefined}): AsyncIterable<Row>;
  get(chainId: number): Promise<Answer>;
  update(chainId: number, input: Update): Promise<void>;
  change(chainId: number, how: (current: Update) => Update | Promise<Update>): Promise<void>;
  delete(chainId: number): Promise<void>;
  reset(chainId: number, confirmation: Confirmation): Promise<void>;
};

/**
 * The calls of one kind of chain.
 *
 * @param sendCall - Takes paths below the project's `admin`.
 */
export function createChainCalls<
  Created,
  Row,
  Answer extends {readonly is_enabled?: boolean | undefined},
  Input extends object,
  Update extends object,
>(sendCall: SendCall, kind: ChainKind<Created, Row, Answer, Update>): ChainCalls<Created, Row, Answer, Input, Update> {
  const pathOf = (chainId: number, ...rest: readonly string[]) =>
    [kind.name, 'id', checked(whole(1), chainId, 'chainId'), ...rest] as const;

  const get = async (chainId: number): Promise<Answer> =>
    read(kind.answer, await sendCall({method: 'GET', path: pathOf(chainId)}));

  const send = async (...call: Parameters<SendCall>): Promise<void> => void (await sendCall(...call));

  return {
    get,
    async create(input) {
      const body = checked(kind.inputCheckOf(input), input);
      return read(kind.created, await sendCall({method: 'POST', path: [kind.name], body}));
    },
    list: options => rowsOf(pagesOver(sendCall, kind, options), options, LARGEST_PAGE),
    async update(chainId, input) {
      await send({method: 'PUT', path: pathOf(chainId), body: checked(kind.updateCheckOf(input), input)});
    },
    async change(chainId, how) {
      const current = await get(chainId);
      const next = await editedBy({current: kind.toUpdate(current), how, schemaOf: kind.updateCheckOf});
      await send({method: 'PUT', path: pathOf(chainId), body: {...kind.unknownIn(current), ...next}});
    },
    delete: async chainId => await send({method: 'DELETE', path: pathOf(chainId)}),
    async reset(chainId, confirmation) {
      demandConfirmation(confirmation);
      await send({method: 'POST', path: pathOf(chainId, 'reset')});
    },
    ...switchesOver(
      async chainId => isEnabledIn(await get(chainId)),
      async chainId => await send({method: 'PUT', path: pathOf(chainId, 'toggle')}),
    ),
  };
}

function pagesOver<Row>(
  sendCall: SendCall,
  {name, page}: Pick<ChainKind<unknown, Row, never, never>, 'name' | 'page'>,
  options: {enabled?: boolean | undefined} | undefined,
): Parameters<typeof rowsOf<Row>>[0] {
  return async window => {
    const query = {...window, enabled: flagOf(options)};
    const {items, has_more} = read(page, await sendCall({method: 'GET', path: [name], query}));
    return {rows: items, hasMore: has_more};
  };
}
