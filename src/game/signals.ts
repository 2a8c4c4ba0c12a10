import type {HostLink} from '../host/link.js';

/** Events that the game may accompany with sound or vibration. */
const FEEDBACK: Readonly<Record<string, string>> = {
  'liveops-rewards-received': 'success',
  'liveops-step-claimed': 'success',
  'liveops-day-claimed': 'success',
  'liveops-offer-claimed': 'success',
  'liveops-code-redeemed': 'success',
  'liveops-promo-code-applied': 'success',
  'liveops-rewards-acknowledged': 'selection',
  'liveops-clan-switch-failed': 'error',
  'liveops-step-claim-failed': 'error',
  'liveops-day-claim-failed': 'error',
  'liveops-offer-claim-failed': 'error',
  'liveops-code-failed': 'error',
};

/** Notifies the game of actions that only it can perform: vibrate, leave, open a page. */
export function signal(link: HostLink): void {
  for (const [type, kind] of Object.entries(FEEDBACK)) {
    document.addEventListener(type, () => void link.notify('feedback', {kind}));
  }
  document.addEventListener('click', event => {
    const path = event.composedPath().filter((target): target is Element => target instanceof Element);
    const anchor = path.find(element => element.matches('a[href]')) as HTMLAnchorElement | undefined;
    if (path.some(element => element.matches('button'))) void link.notify('feedback', {kind: 'impact'});
    if (!anchor || !/^https?:$/.test(anchor.protocol)) return;
    event.preventDefault();
    void link.notify('openExternal', {url: anchor.href});
  });
  document.addEventListener('keydown', ({key, defaultPrevented}) => {
    // An element that offers a way back has taken it.
    if (defaultPrevented) return;
    if (key === 'Escape' || key === 'GoBack' || key === 'BrowserBack') void link.notify('close');
  });
}
