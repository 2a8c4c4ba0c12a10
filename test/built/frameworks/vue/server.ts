import {createSSRApp} from 'vue';
import {renderToString} from 'vue/server-renderer';
import Board from './Board.vue';

export const render = (props: {apiBase: string}): Promise<string> => renderToString(createSSRApp(Board, props));
