// Angular's packages are published half compiled; the command line's own builder does at build time what this does here.
import '@angular/compiler';
import {bootstrapApplication} from '@angular/platform-browser';
import {Board} from './board.js';

await bootstrapApplication(Board);
