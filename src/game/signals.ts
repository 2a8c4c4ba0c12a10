import type {HostLink} from '../host/link.js';

/** Notifies the game of actions that only it can perform: leave, open a page. */
export function signal(link: HostLink): void {
  document.addEventListener('click', event => {
    const path = event.composedPath().filter((target): target is Element => target instanceof Element);
    const anchor = path.find(element => element.matches('a[href]')) as HTMLAnchorElement | undefined;
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
