/* The studio's own page: the widgets with its login. Prices, offers and orders are the widgets' affair. */
import config from '../config.js';
import {getToken} from './login.js';

const session = document.querySelector('liveops-session');

session.getToken = getToken;
// Only in this demo: your page uses the vendor's API.
session.setAttribute('api-base', config.apiBase);
