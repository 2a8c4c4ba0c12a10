/** Notifies other pages of the same browser that a player's journal has changed. */
export type TabNews = {
  /** Starts listening to other pages. */
  listen(): void;
  /** Carries only the id of a receipt that the player has just acknowledged, if any. */
  notify(acknowledged?: string): void;
  /** Stops listening until `listen`: the player has left, but a switch may still end and notify other pages. */
  rest(): void;
  close(): void;
};

/**
 * The channel is open only while it listens: an open channel can keep a page out of the back/forward cache. Without
 * one, other pages find out when they are next shown.
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
