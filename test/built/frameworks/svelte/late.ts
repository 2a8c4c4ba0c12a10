import {flushSync, mount} from 'svelte';
import Late from './Late.svelte';

mount(Late, {target: document.querySelector('main')!, props: {getToken: freshToken}});
flushSync();
await import('liveops-elements/components/session/define.js');
