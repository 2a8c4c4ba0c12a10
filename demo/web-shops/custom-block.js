/* This page plays the shop: it renders the block in two places, as an editor could. */
import {renderBlock} from './editor-stand-in.js';
import {useSandbox} from './sandbox.js';
import ClanBlock from './clan-block.js';

for (const place of document.querySelectorAll('.block')) renderBlock(ClanBlock, place);
useSandbox();
