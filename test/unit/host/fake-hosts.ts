import {electron} from '../../../src/host/electron.js';
import type {Host} from '../../../src/host/hosts.js';
import {qt} from '../../../src/host/qt.js';
import {unityWebgl} from '../../../src/host/unity-webgl.js';
import {uniwebviewUrl} from '../../../src/host/uniwebview-url.js';
import {unreal} from '../../../src/host/unreal.js';
import type {HostName} from '../../../src/session/options.js';

/** A window into which hosts put their objects. */
export type FakePage = EventTarget & Record<string, unknown>;

export function createPage(): FakePage {
  return new EventTarget() as FakePage;
}

/** What a host does with a text that the page hands over; what it returns is its answer, where it has that way. */
export type Take = (text: string) => string | undefined | Promise<string | undefined>;

export type FakeHost = {
  name: HostName;
  /** What tells hosts of the same name apart. */
  title: string;
  hostName?: string;
  /** Whether it is found without being chosen. */
  isFound: boolean;
  /** Whether an answer can come back the way the text went. */
  replies?: boolean;
  /** The event by which it says that it is there. */
  readyEvent?: string;
  /** What its script beside the bundle registers. */
  script?: Host;
  /** Longest text it takes, where that is less than for most, characters. */
  longest?: number;
  /** Puts the host's objects into the page; the result says a text to the page where the host has a way of its own. */
  install(page: FakePage, take: Take): ((text: string) => void) | void;
};

/** Like most bridges: whatever is no text throws or is dropped. */
function textOnly(take: Take): (text: unknown) => void {
  return text => {
    if (typeof text !== 'string') throw new TypeError('not a text');
    void take(text);
  };
}

/** What C# makes of a text with UnityWebRequest.UnEscapeURL: https://github.com/gree/unity-webview, WebViewObject.cs */
export function unescapeUrl(text: string): string {
  return decodeURIComponent(text.replace(/\+/g, ' '));
}

export const FAKE_HOSTS: readonly FakeHost[] = [
  {
    // https://developer.vuplex.com/webview/IWebView: `vuplexready` on the window
    ...{name: 'vuplex', title: 'Vuplex', isFound: true, readyEvent: 'vuplexready'},
    install: (page, take) => void (page['vuplex'] = {postMessage: textOnly(take)}),
  },
  {
    // https://docs.uniwebview.com/guide/channel-message.html: send(action, data)
    ...{name: 'uniwebview', title: 'UniWebView 6', isFound: true},
    install(page, take) {
      const send = (action: unknown, data: unknown): void => {
        if (action === 'liveops') textOnly(take)(data);
      };
      page['uniwebview'] = {send};
    },
  },
  {
    // https://github.com/gree/unity-webview, plugins/WebViewObject.cs: CallFromJS unescapes everywhere but on Android
    ...{name: 'unity-webview', title: 'gree/unity-webview on iOS', isFound: true},
    install: (page, take) => void (page['Unity'] = {call: textOnly(text => take(unescapeUrl(text)))}),
  },
  {
    ...{name: 'unity-webview', title: 'gree/unity-webview on Android', isFound: true},
    install: (page, take) => void (page['Unity'] = {call: textOnly(take)}),
  },
  {
    // https://github.com/pichillilorenzo/flutter_inappwebview, JavaScriptBridgeJS.java: callHandler(name, ...args) → Promise
    ...{name: 'flutter', title: 'flutter_inappwebview', isFound: true, replies: true, hostName: 'Shop'},
    readyEvent: 'flutterInAppWebViewPlatformReady',
    install(page, take) {
      const callHandler = async (name: string, text: string) => (name === 'Shop' ? take(text) : undefined);
      page['flutter_inappwebview'] = {callHandler};
    },
  },
  {
    // https://pub.dev/packages/webview_flutter: addJavaScriptChannel(name) makes window[name].postMessage
    ...{name: 'flutter', title: 'webview_flutter', isFound: false, hostName: 'Shop'},
    install: (page, take) => void (page['Shop'] = {postMessage: textOnly(take)}),
  },
  {
    // https://github.com/react-native-webview/react-native-webview, docs/Guide.md: one argument, a string
    ...{name: 'react-native', title: 'React Native WebView', isFound: true},
    install: (page, take) => void (page['ReactNativeWebView'] = {postMessage: textOnly(take)}),
  },
  {
    // https://github.com/doceazedo/godot_wry, docs/reference/javascript.md; tauri-apps/wry
    ...{name: 'wry', title: 'Godot WRY', isFound: true},
    install: (page, take) => void (page['ipc'] = {postMessage: textOnly(take)}),
  },
  {
    // https://github.com/chromiumembedded/cef, include/wrapper/cef_message_router.h
    ...{name: 'cef', title: 'CEF message router', isFound: true, replies: true},
    install(page, take) {
      type Query = {request: string; onSuccess(text: string): void; onFailure(code: number, message: string): void};
      page['cefQuery'] = ({request, onSuccess, onFailure}: Query) => {
        const answered = (async () => take(request))();
        void answered.then(answer => onSuccess(answer ?? '')).catch(() => onFailure(-1, 'no'));
        return 1;
      };
    },
  },
  {
    // https://developer.apple.com/documentation/webkit/wkscriptmessagehandlerwithreply
    ...{name: 'wkwebview', title: 'WKWebView with replies', isFound: true, replies: true, hostName: 'shop'},
    install: (page, take) =>
      void (page['webkit'] = {messageHandlers: {shop: {postMessage: async (t: string) => take(t)}}}),
  },
  {
    // https://developer.android.com/develop/ui/views/layout/webapps/native-api-access-jsbridge
    ...{
      name: 'android',
      title: 'Android addWebMessageListener or addJavascriptInterface',
      isFound: true,
      hostName: 'Shop',
    },
    install: (page, take) => void (page['Shop'] = {postMessage: textOnly(take)}),
  },
  {
    // https://learn.microsoft.com/microsoft-edge/webview2: hosts that call TryGetWebMessageAsString need a string
    ...{name: 'webview2', title: 'WebView2', isFound: false},
    install: (page, take) => void (page['chrome'] = {webview: {postMessage: textOnly(take)}}),
  },
  {
    // Whatever function of the page's window a game makes, as ZFBrowser's RegisterFunction does.
    ...{name: 'evaluate', title: 'a function on the window', isFound: false, hostName: 'toGame'},
    install: (page, take) => void (page['toGame'] = textOnly(take)),
  },
  {
    // https://dev.epicgames.com, WebBrowser plugin: BindUObject makes names lower case; functions return promises
    ...{name: 'unreal', title: 'Unreal with BindUObject', isFound: true, script: unreal, longest: 8_192},
    readyEvent: 'ue:ready',
    install(page, take) {
      const named = (name: string) => name.toLowerCase();
      page['ue'] = {[named('LiveOpsGame')]: {[named('Send')]: async (text: unknown) => textOnly(take)(text)}};
    },
  },
  {
    // https://github.com/aSurgingRiver/WebView, Resources/jstoue.js: broadcast(name, json)
    ...{name: 'unreal', title: 'Unreal with a community plugin', isFound: true, script: unreal, longest: 8_192},
    install(page, take) {
      const broadcast = (name: string, text: unknown): void => {
        if (name === 'LiveOpsGame') textOnly(take)(text);
      };
      page['ue'] = {interface: {broadcast}};
    },
  },
  {
    // https://docs.uniwebview.com/guide/messaging-system.html: an address with a query, decoded once
    ...{name: 'uniwebview-url', title: 'UniWebView 5', isFound: false, script: uniwebviewUrl, longest: 8_192},
    install(page, take) {
      const go = (address: string): void => {
        const {protocol, searchParams} = new URL(address);
        if (protocol === 'uniwebview:') void take(searchParams.get('message')!);
      };
      page['location'] = Object.defineProperty({}, 'href', {set: go});
    },
  },
  {
    // https://docs.unity3d.com/Manual/web-interacting-browser-unity-to-js.html: one argument, a text or a number
    ...{name: 'unity-webgl', title: 'Unity WebGL', isFound: false, script: unityWebgl, hostName: 'Shop.Hear'},
    install(page, take) {
      const SendMessage = (gameObject: string, method: string, text: unknown): void => {
        if (`${gameObject}.${method}` === 'Shop.Hear') textOnly(take)(text);
      };
      page['unityInstance'] = {SendMessage};
    },
  },
  {
    // https://www.electronjs.org/docs/latest/tutorial/context-isolation
    ...{name: 'electron', title: 'Electron', isFound: false, script: electron, hostName: 'Launcher'},
    install(page, take) {
      const listeners: ((text: string) => void)[] = [];
      page['Launcher'] = {
        send: textOnly(take),
        onMessage: (listener: (text: string) => void) => listeners.push(listener),
      };
      return text => listeners.forEach(listener => listener(text));
    },
  },
  {
    // https://doc.qt.io/qt-6/qtwebchannel-javascript.html: the object comes with the channel; QString is text
    ...{name: 'qt', title: 'QtWebEngine', isFound: true, script: qt, hostName: 'Shop'},
    install(page, take) {
      const listeners: ((text: string) => void)[] = [];
      const message = {connect: (listener: (text: string) => void) => listeners.push(listener)};
      page['qt'] = {webChannelTransport: {}};
      page['QWebChannel'] = class {
        constructor(_transport: unknown, opened: (channel: object) => void) {
          queueMicrotask(() => opened({objects: {Shop: {send: textOnly(take), message}}}));
        }
      };
      return text => listeners.forEach(listener => listener(text));
    },
  },
];
