import {createApp, h} from 'vue';

const sessions = [
  h('liveops-session', {id: 'plain', getToken: freshToken}),
  h('liveops-session', {id: 'careful', '.getToken': freshToken}),
];

createApp(() => sessions).mount('main');
await import('liveops-elements/components/session/define.js');
