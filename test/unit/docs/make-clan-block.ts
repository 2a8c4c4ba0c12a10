import {writeFileSync} from 'node:fs';
import {compileClanBlock} from './recipes.js';

writeFileSync('demo/web-shops/clan-block.js', await compileClanBlock());
