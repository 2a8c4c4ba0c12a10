import {hydrateRoot} from 'react-dom/client';
import {Board} from './board.js';

hydrateRoot(document.querySelector('main')!, <Board apiBase={`${location.origin}/api`} getToken={freshToken} />);
