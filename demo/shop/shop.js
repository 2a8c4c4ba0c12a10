/* The studio's own page: its offers, and the widgets with its login. */
import config from '../config.js';
import {el} from '../el.js';
import {SandboxClient} from '../sandbox-client.js';
import {getToken} from './login.js';

const OFFERS = [
  {name: 'Ember pouch', points: 50, price: '€ 0.99', icon: 'gem'},
  {name: 'Wolf shield', points: 100, price: '€ 1.99', icon: 'clan-point'},
  {name: 'Night lantern', points: 200, price: '€ 3.99', icon: 'lantern'},
  {name: 'Long Night pass', points: 600, price: '€ 9.99', icon: 'chest'},
];

const sandbox = new SandboxClient(config.sandbox);
const session = document.querySelector('liveops-session');
const list = document.querySelector('#offer-list');

session.getToken = getToken;
// Only in this demo: your page uses the vendor's API.
session.setAttribute('api-base', config.apiBase);

/** Here, a purchase is the sandbox's contribution call; a real shop opens its checkout. */
async function buy(points, button) {
  button.disabled = true;
  await sandbox.contribute('Rocket', 101, points).finally(() => (button.disabled = false));
  session.session?.refresh();
}

function toItem({name, points, price, icon}) {
  const button = el('button', {type: 'button', textContent: price});
  const item = el(
    'li',
    {},
    el('img', {className: 'icon', src: sandbox.pictureOf(icon), alt: ''}),
    el('strong', {textContent: name}),
    el('span', {className: 'points', textContent: `+${points} clan points`}),
    button,
  );
  item.dataset.points = points;
  button.setAttribute('aria-label', `Buy ${name} for ${price}`);
  button.addEventListener('click', () => void buy(points, button));
  return item;
}

list.append(...OFFERS.map(toItem));

/** The widget requests points; the shop highlights the smallest offer that grants them. */
session.addEventListener('liveops-contribute', ({pointsNeeded}) => {
  const items = [...list.children];
  const fitting = items.find(item => Number(item.dataset.points) >= pointsNeeded) ?? items[items.length - 1];
  items.forEach(item => item.classList.toggle('wanted', item === fitting));
  fitting.scrollIntoView({block: 'nearest'});
  fitting.querySelector('button').focus();
});
