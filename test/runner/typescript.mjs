import {register} from 'node:module';

// For `node --import`: this process can import TypeScript files.
register('./typescript-hooks.mjs', import.meta.url);
