import {allFamilies} from '../../src/families.js';
import type {SessionInternals} from '../../src/session/core.js';
import type {SessionOptions} from '../../src/session/options.js';
import {type Session, startSession} from '../../src/session/session.js';
import type {HostLink} from '../../src/host/link.js';

/** A session with every family, and with internal parts that a test chooses. */
export function composeSession(options: SessionOptions, internals: SessionInternals & {link?: HostLink} = {}): Session {
  return startSession(options, {families: allFamilies, ...internals});
}
