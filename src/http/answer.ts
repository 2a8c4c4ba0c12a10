import type {LiveOpsError} from '../errors.js';

/** An answer whose headers and body arrived whole, whatever its status. */
export type Answer = {status: number; headers: Headers; text: string};

/** No whole answer: the server may or may not have acted. */
export type NoAnswer = {error: LiveOpsError};
