/** Tells other pages of the same browser that a player's journal has changed; carries nothing else. */
export type TabNews = {
  listen(): void;
  tell(): void;
  close(): void;
};

/**
 * Opened at first use: an open channel is listed among the reasons to keep a page alive. Without one the other pages
 * learn it when they are looked at next.
 */
export function createTabNews(name: string, heard: () => void): TabNews {
  let channel: BroadcastChannel | undefined;
  let isOver = false;
  const listen = (): void => {
    try {
      // Without a page there are no tabs, and in Node an open channel would keep the process alive.
      if (channel || isOver || typeof document === 'undefined') return;
      channel = new BroadcastChannel(`liveops ${name}`);
      channel.addEventListener('message', heard);
    } catch {
      // Refused in some frames.
    }
  };
  return {
    listen,
    tell() {
      listen();
      channel?.postMessage(0);
    },
    close() {
      channel?.close();
      // A switch may end after its session, and telling a closed channel throws.
      channel = undefined;
      isOver = true;
    },
  };
}
