import type {HostLink} from '../../../src/host/link.js';

/** A bridge that notes what the game is told. */
export function noting(): {link: HostLink; told: unknown[]} {
  const told: unknown[] = [];
  const link = {
    async notify(method: string, params?: unknown): Promise<void> {
      told.push([method, params]);
    },
  };
  return {link: link as HostLink, told};
}
