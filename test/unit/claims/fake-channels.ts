import type {TestContext} from 'node:test';

/** The channels of one browser, in place of the real ones, which keep Node's process alive. */
export function withChannels(t: TestContext, {isPage = true, refused = false} = {}): ReadonlySet<{name: string}> {
  const open = new Set<FakeChannel>();
  class FakeChannel extends EventTarget {
    readonly name: string;

    constructor(name: string) {
      super();
      this.name = name;
      if (refused) throw new Error('SecurityError');
      open.add(this);
    }
    postMessage(data: unknown): void {
      for (const other of open) {
        if (other !== this && other.name === this.name) other.dispatchEvent(new MessageEvent('message', {data}));
      }
    }
    close(): void {
      open.delete(this);
    }
  }
  const before = globalThis.BroadcastChannel;
  Object.assign(globalThis, {BroadcastChannel: FakeChannel, ...(isPage && {document: {}})});
  t.after(() => {
    globalThis.BroadcastChannel = before;
    Reflect.deleteProperty(globalThis, 'document');
  });
  return open;
}
