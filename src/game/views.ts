/** What `configure` says of the views. */
export type ViewParams = Readonly<Record<'view' | 'chainId' | 'dailyChainId' | 'offerChainId', unknown>>;

type View = {
  readonly tag: string;
  readonly chain?: {readonly param: 'chainId' | 'dailyChainId' | 'offerChainId'; readonly name: string};
};

const rewardChain = {param: 'chainId', name: 'reward-chain-id'} as const;

/**
 * The views that a game can show, by their name in `configure`, with the parameter and the attribute that name the
 * chain.
 */
const VIEWS: Readonly<Record<string, View>> = {
  contributors: {tag: 'liveops-clan-contributors', chain: rewardChain},
  switch: {tag: 'liveops-clan-switch'},
  chain: {tag: 'liveops-reward-chain', chain: rewardChain},
  code: {tag: 'liveops-redeem-code'},
  'offer-chain': {tag: 'liveops-offer-chain', chain: {param: 'offerChainId', name: 'offer-chain-id'}},
  offers: {tag: 'liveops-offers'},
  daily: {tag: 'liveops-daily-rewards', chain: {param: 'dailyChainId', name: 'daily-chain-id'}},
};

/** The elements of `configure`'s `view`: one name or several. `none` is for games that draw everything themselves. */
export function viewsOf(params: ViewParams): readonly HTMLElement[] {
  const {view} = params;
  const names = Array.isArray(view) ? (view as unknown[]) : [view ?? 'contributors'];
  return names.filter(name => name !== 'none').map(name => viewOf(name, params));
}

function viewOf(name: unknown, params: ViewParams): HTMLElement {
  const view = typeof name === 'string' && Object.keys(VIEWS).includes(name) ? VIEWS[name] : undefined;
  if (!view) throw new TypeError('`configure`: unknown `view`.');
  const element = document.createElement(view.tag);
  const id = view.chain && params[view.chain.param];
  if (view.chain && typeof id === 'number') element.setAttribute(view.chain.name, String(id));
  return element;
}

/** Resolves once every view shows more than its skeleton: rows, or the reason why there are none. */
export function painted(views: readonly HTMLElement[]): Promise<void> {
  return Promise.all(views.map(settled)).then(nextFrame).then(nextFrame);
}

function settled(view: HTMLElement): Promise<void> {
  return new Promise(resolve => {
    const observer = new MutationObserver(() => update());
    const update = (): void => {
      if (!hasContent(view)) return;
      observer.disconnect();
      resolve();
    };
    observer.observe(view.shadowRoot ?? view, {childList: true, subtree: true, characterData: true});
    update();
  });
}

function hasContent({shadowRoot}: HTMLElement): boolean {
  return Boolean(shadowRoot?.childElementCount) && !shadowRoot?.querySelector('[part~=skeleton], [aria-busy=true]');
}

function nextFrame(): Promise<void> {
  return new Promise(resolve => requestAnimationFrame(() => resolve()));
}
