/** Notifies other pages of the same browser that a player's journal has changed. */
export type TabNews = {
  /** Listens to other pages from now on. */
  listen(): void;
  /** Carries nothing but, where the player has just acknowledged a receipt, its id. */
  notify(acknowledged?: string): void;
  /** Stops listening until `listen`: the player has left, but a switch may still end and notify other pages. */
  rest(): void;
  close(): void;
};

/**
 * Open only while it listens: an open channel is listed among the reasons to keep a page alive. Without one the other
 * pages learn it when they are looked at next.
 */
export function createTabNews(name: string, onNews: (acknowledged?: string) => void): TabNews {
  let channel: BroadcastChannel | undefined;
  let isOver = false;
  const open = (): BroadcastChannel | undefined => {
    try {
      // Without a page there are no tabs, and in Node an open channel would keep the process alive.
      return isOver || typeof document === 'undefined' ? undefined : new BroadcastChannel(`liveops ${name}`);
    } catch {
      // Refused in some frames.
      return undefined;
    }
  };
  const rest = (): void => {
    channel?.close();
    channel = undefined;
  };
  return {
    listen() {
      if (channel) return;
      channel = open();
      channel?.addEventListener('message', ({data}) => onNews(typeof data === 'string' ? data : undefined));
    },
    notify(acknowledged) {
      const used = channel ?? open();
      used?.postMessage(acknowledged ?? 0);
      if (used !== channel) used?.close();
    },
    rest,
    close() {
      rest();
      // A switch may end after its session, and posting to a closed channel throws.
      isOver = true;
    },
  };
}
