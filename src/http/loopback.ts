/** Whether a URL's host name is this machine, where a sandbox runs and plain http is no risk. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
