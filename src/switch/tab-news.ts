/** Tells other pages of the same browser that a player's journal has changed; carries nothing else. */
export type TabNews = {
  tell(): void;
  close(): void;
};

/** Without a channel the other pages learn it when they are looked at next. */
export function createTabNews(name: string, heard: () => void): TabNews {
  let channel: BroadcastChannel | undefined;
  try {
    // Without a page there are no tabs, and in Node an open channel would keep the process alive.
    if (typeof document !== 'undefined') channel = new BroadcastChannel(`liveops ${name}`);
    channel?.addEventListener('message', heard);
  } catch {
    // Refused in some frames.
  }
  return {
    tell: () => channel?.postMessage(0),
    close: () => channel?.close(),
  };
}
