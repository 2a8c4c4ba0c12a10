/** What a game can show, by the names of `configure`. */
const TAGS: Readonly<Record<string, string>> = {
  contributors: 'liveops-clan-contributors',
  switch: 'liveops-clan-switch',
  chain: 'liveops-reward-chain',
};

/** The elements of `configure`'s `view`: one name or several. `none` is for games that draw everything themselves. */
export function viewsOf(view: unknown, chainId: unknown): readonly HTMLElement[] {
  const names = Array.isArray(view) ? (view as unknown[]) : [view ?? 'contributors'];
  return names.filter(name => name !== 'none').map(name => viewOf(name, chainId));
}

function viewOf(name: unknown, chainId: unknown): HTMLElement {
  const tag = typeof name === 'string' && Object.keys(TAGS).includes(name) ? TAGS[name] : undefined;
  if (!tag) throw new TypeError('`configure`: unknown `view`.');
  const element = document.createElement(tag);
  if (typeof chainId === 'number' && name !== 'switch') element.setAttribute('reward-chain-id', String(chainId));
  return element;
}

/** Resolves when every view shows more than its skeleton: rows, or why there are none. */
export function painted(views: readonly HTMLElement[]): Promise<void> {
  return Promise.all(views.map(settled)).then(nextFrame).then(nextFrame);
}

function settled(view: HTMLElement): Promise<void> {
  return new Promise(resolve => {
    const observer = new MutationObserver(() => look());
    const look = (): void => {
      if (!hasContent(view)) return;
      observer.disconnect();
      resolve();
    };
    observer.observe(view.shadowRoot ?? view, {childList: true, subtree: true, characterData: true});
    look();
  });
}

function hasContent({shadowRoot}: HTMLElement): boolean {
  return Boolean(shadowRoot?.childElementCount) && !shadowRoot?.querySelector('[part~=skeleton], [aria-busy=true]');
}

function nextFrame(): Promise<void> {
  return new Promise(resolve => requestAnimationFrame(() => resolve()));
}
