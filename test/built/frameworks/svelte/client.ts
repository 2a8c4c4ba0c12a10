import {hydrate, mount} from 'svelte';
import Board from './Board.svelte';

const target = document.querySelector('main')!;
const start = target.firstElementChild ? hydrate : mount;

start(Board, {target, props: {apiBase: `${location.origin}/api`, getToken: freshToken}});
