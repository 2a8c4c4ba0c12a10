/* The studio's own page: its login and its offers. */
import {getToken} from './panel.js';
import {apiBase, givePoints, pictureOf} from './sandbox-controls.js';

const OFFERS = [
  {name: 'Ember pouch', points: 50, price: '€ 0.99', icon: 'gem'},
  {name: 'Wolf shield', points: 100, price: '€ 1.99', icon: 'clan-point'},
  {name: 'Night lantern', points: 200, price: '€ 3.99', icon: 'lantern'},
  {name: 'Long Night pass', points: 600, price: '€ 9.99', icon: 'chest'},
];

const session = document.querySelector('liveops-session');
const list = document.querySelector('#offer-list');

session.getToken = getToken;
session.setAttribute('api-base', apiBase);

/** Buying is the sandbox's contribution call here; a real shop opens its checkout. */
async function buy(offer, button) {
  button.disabled = true;
  await givePoints('Rocket', 101, offer.points).finally(() => (button.disabled = false));
  session.session?.refresh();
}

function toItem(offer) {
  const item = document.createElement('li');
  const button = Object.assign(document.createElement('button'), {type: 'button', textContent: offer.price});
  button.setAttribute('aria-label', `Buy ${offer.name} for ${offer.price}`);
  button.addEventListener('click', () => void buy(offer, button));
  item.dataset.points = offer.points;
  item.append(
    Object.assign(document.createElement('img'), {className: 'icon', src: pictureOf(offer.icon), alt: ''}),
    Object.assign(document.createElement('strong'), {textContent: offer.name}),
    Object.assign(document.createElement('span'), {className: 'points', textContent: `+${offer.points} clan points`}),
    button,
  );
  return item;
}

list.append(...OFFERS.map(toItem));

/** The widget asks for points; the shop answers with the smallest offer that gives them. */
session.addEventListener('liveops-contribute', ({pointsNeeded}) => {
  const items = [...list.children];
  const fitting = items.find(item => Number(item.dataset.points) >= pointsNeeded) ?? items[items.length - 1];
  items.forEach(item => item.classList.toggle('wanted', item === fitting));
  fitting.scrollIntoView({block: 'nearest'});
  fitting.querySelector('button').focus();
});
