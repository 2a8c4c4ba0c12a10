/*
 * Runs after the page's scripts, in syntax that every browser of the last fifteen years understands. If the scripts
 * could not be parsed, the player sees a message and the game is notified. Handwritten ES5.
 */
(function () {
  var lacks = [];
  var needs = ['customElements', 'Promise', 'fetch', 'AbortController', 'MutationObserver', 'LiveOpsHost'];
  for (var i = 0; i < needs.length; i++) if (!window[needs[i]]) lacks.push(needs[i]);
  if (!Element.prototype.attachShadow) lacks.push('attachShadow');
  if (document.documentElement.getAttribute('data-ready') === null) lacks.push('scripts');
  if (!lacks.length) return;

  var text = document.createElement('p');
  text.id = 'unsupported';
  text.setAttribute('role', 'alert');
  text.appendChild(document.createTextNode('This page needs a newer browser. Please update the game or your device.'));
  document.body.appendChild(text);

  var message = JSON.stringify({jsonrpc: '2.0', method: 'unsupported', params: {lacks: lacks}});
  function attempt(send) {
    try {
      send();
    } catch (_error) {
      // This host is not available.
    }
  }
  var name = document.documentElement.getAttribute('data-host-name');
  attempt(function () {
    window.vuplex.postMessage(message);
  });
  attempt(function () {
    window.uniwebview.send('liveops', message);
  });
  attempt(function () {
    window.Unity.call(message);
  });
  attempt(function () {
    window.ue.liveopsgame.send(message);
  });
  attempt(function () {
    window.ue['interface'].broadcast(name, message);
  });
  attempt(function () {
    window.flutter_inappwebview.callHandler(name, message);
  });
  attempt(function () {
    window.ReactNativeWebView.postMessage(message);
  });
  attempt(function () {
    window.ipc.postMessage(message);
  });
  attempt(function () {
    window.cefQuery({request: message, onSuccess: function () {}, onFailure: function () {}});
  });
  attempt(function () {
    window.webkit.messageHandlers[name].postMessage(message);
  });
  attempt(function () {
    window[name].postMessage(message);
  });
})();
