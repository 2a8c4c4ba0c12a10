import type {ComponentProps} from 'svelte';
import {render as renderToString} from 'svelte/server';
import Board from './Board.svelte';
import Late from './Late.svelte';

export const render = (props: ComponentProps<typeof Board>): string => renderToString(Board, {props}).body;
export const renderLate = (props: ComponentProps<typeof Late>): string => renderToString(Late, {props}).body;
