/*
 * What distinguishes these pages from a real shop: sessions ask the sandbox in place of the vendor. It has to run before the
 * script of the elements does, so it comes first on every page.
 */
import config from '../config.js';

export function useSandbox() {
  for (const session of document.querySelectorAll('liveops-session')) session.setAttribute('api-base', config.apiBase);
}

useSandbox();
