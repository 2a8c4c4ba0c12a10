import {read} from '../answers/read.js';
import {LiveOpsError} from '../../errors.js';
import type {SendCall} from '../connection/connection.js';
import {editedBy} from '../input/changes.js';
import {checked} from '../input/check.js';
import {unknownFields} from '../input/replacement.js';
import {answered, toInput} from './answers.js';
import {RELATED_FIELDS, UPSELL_FIELDS, upsellInput} from './checks.js';
import type {UpsellConfiguration, UpsellInput} from './configuration.js';

/**
 * The upsell of the project: it has one or none. The vendor's pages give these calls the authorization of players, which
 * must be a mistake: they are sent with the API key.
 */
export type Upsell = {
  /** `undefined` if the project has none (`get-upsell-configurations-for-project-admin`). */
  get(): Promise<UpsellConfiguration | undefined>;
  /** Creates it, in a project that has none. Rejects with `not-found` and the unknown SKUs (`post-upsell`). */
  create(input: UpsellInput): Promise<void>;
  /** Replaces it (`put-upsell`). */
  update(input: UpsellInput): Promise<void>;
  /**
   * Reads, lets `how` return the new version, and replaces. Only what `how` changes is checked; the rest is sent back
   * unchanged. If two changes run at the same time, the later one wins. Rejects with `not-found` if there is none.
   */
  change(how: (current: UpsellInput) => UpsellInput | Promise<UpsellInput>): Promise<void>;
  /** `put-upsell-toggle-active-inactive`, which despite its name doesn't flip. */
  activate(): Promise<void>;
  /** As `activate`. The vendor documents only that call's word, and this one's by its title. */
  deactivate(): Promise<void>;
};

const PATH = ['items', 'upsell'];

/** @param sendCall - Takes paths below the project's `admin`. */
export function createUpsell(sendCall: SendCall): Upsell {
  const get = async (): Promise<UpsellConfiguration | undefined> => {
    const answer = read(answered, await sendCall({method: 'GET', path: PATH}));
    return Array.isArray(answer) ? answer[0] : answer;
  };
  const put = async (path: readonly string[], body?: object): Promise<void> => {
    await sendCall({method: 'PUT', path, body});
  };
  return {
    get,
    async create(input) {
      await sendCall({method: 'POST', path: PATH, body: checked(upsellInput, input)});
    },
    update: async input => await put(PATH, checked(upsellInput, input)),
    async change(how) {
      const current = await get();
      if (!current) throw new LiveOpsError('not-found', 'The project has no upsell. Create one first.');
      const edit = {current: toInput(current), how, schemaOf: () => upsellInput, related: RELATED_FIELDS};
      await put(PATH, {...unknownFields(current, UPSELL_FIELDS), ...(await editedBy(edit))});
    },
    activate: async () => await put([...PATH, 'activate']),
    deactivate: async () => await put([...PATH, 'deactivate']),
  };
}
