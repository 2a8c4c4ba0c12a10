import type {AdminOptions} from '../../../../src/admin/index.js';

/** Whose project: the options of the client, and how to call it. */
export type Target = {readonly name: string; readonly options: AdminOptions & {readonly projectId: number}};

/** A parsed command line of `pull`, `plan` or `apply`. */
export type ProjectOrder = {
  readonly order: 'project';
  readonly action: 'pull' | 'plan' | 'apply';
  readonly file: string;
  readonly target: Target;
  readonly prune: boolean;
  readonly check: boolean;
  readonly json: boolean;
};
