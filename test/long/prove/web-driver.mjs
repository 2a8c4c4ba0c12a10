/** One window of WebKit's small browser through its WebDriver, and the payment page that it opens. */
export async function openWithDriver({port, binary, stop}) {
  const base = `http://127.0.0.1:${port}/session`;
  const options = {'webkitgtk:browserOptions': {binary, args: ['--automation']}};
  const {sessionId} = await send('POST', base, {capabilities: {alwaysMatch: {browserName: 'MiniBrowser', ...options}}});
  const call = (method, path, body) => send(method, `${base}/${sessionId}${path}`, body);
  const shop = await call('GET', '/window');
  const use = handle => call('POST', '/window', {handle});
  const run = script => call('POST', '/execute/sync', {script: `return ${script}`, args: []});
  const click = async value => {
    const found = await call('POST', '/element', {using: 'css selector', value});
    await call('POST', `/element/${Object.values(found)[0]}/click`, {});
  };
  const stationHandles = async () => (await call('GET', '/window/handles')).filter(handle => handle !== shop);
  /** In the payment page, then back in the shop. */
  const inStation = async task => {
    const [handle] = await stationHandles();
    if (!handle) return undefined;
    await use(handle);
    return task().finally(() => use(shop));
  };
  return {
    go: url => call('POST', '/url', {url}),
    click,
    text: () => run("document.querySelector('#orders').textContent"),
    stations: async () => (await stationHandles()).length,
    inStation: script => inStation(() => run(script)),
    clickInStation: selector => inStation(() => click(selector)),
    closeStation: () => inStation(() => call('DELETE', '/window')),
    close: async () => {
      await call('DELETE', '', undefined).finally(stop);
    },
  };
}

async function send(method, url, body) {
  const answer = await fetch(url, {method, ...(body && {body: JSON.stringify(body)})});
  const {value} = await answer.json();
  if (!answer.ok) throw new Error(`WebDriver: ${value.error}: ${value.message}`);
  return value;
}
