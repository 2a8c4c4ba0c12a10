/* Passes strings between the page and the launcher. The page gets nothing else of Electron. */
const {contextBridge, ipcRenderer} = require('electron');

contextBridge.exposeInMainWorld('LiveOpsGame', {
  send(text) {
    ipcRenderer.send('liveops', text);
  },
  onMessage(listener) {
    // Without the event, which would give the sender to the page.
    ipcRenderer.on('liveops', (_event, text) => listener(text));
  },
});
