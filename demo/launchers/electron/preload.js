/* Between the page and the launcher: texts, and nothing else of Electron. */
const {contextBridge, ipcRenderer} = require('electron');

contextBridge.exposeInMainWorld('LiveOpsGame', {
  send(text) {
    ipcRenderer.send('liveops', text);
  },
  onMessage(listener) {
    // Not the event, which would hand the sender to the page.
    ipcRenderer.on('liveops', (_event, text) => listener(text));
  },
});
