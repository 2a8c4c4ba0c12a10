import {createApp, createSSRApp} from 'vue';
import Board from './Board.vue';

const root = document.querySelector('main')!;
const create = root.firstElementChild ? createSSRApp : createApp;

create(Board, {apiBase: `${location.origin}/api`, getToken: freshToken}).mount(root);
