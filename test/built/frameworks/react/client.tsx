import {createRoot, hydrateRoot} from 'react-dom/client';
import {Board} from './board.js';
import {Hydrated} from './hydrated.js';

const root = document.querySelector('main')!;
const shop = (
  <Hydrated>
    <Board apiBase={`${location.origin}/api`} getToken={freshToken} />
  </Hydrated>
);

if (root.firstElementChild) hydrateRoot(root, shop, {onRecoverableError: error => console.error(error)});
else createRoot(root).render(shop);
