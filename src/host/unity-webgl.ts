import type {Host} from './hosts.js';
import {offer} from './offer.js';

type UnityInstance = {SendMessage(gameObject: string, method: string, text: string): void};

/**
 * Widgets in the page of a Unity WebGL build: https://docs.unity3d.com/Manual/web-interacting-browser-unity-to-js.html.
 * The page stores the result of `createUnityInstance()` as `window.unityInstance`; `hostName` is game object and
 * method, `LiveOpsGame.Receive` by default.
 */
export const unityWebgl: Host = {
  name: 'unity-webgl',
  find(page, hostName = 'LiveOpsGame.Receive') {
    const unity = page['unityInstance'] as UnityInstance | undefined;
    const [gameObject = '', method = 'Receive'] = hostName.split('.');
    return unity && (text => unity.SendMessage(gameObject, method, text));
  },
};

offer(unityWebgl);
