const ITEMS = 'items.json';

/** Points that an item gives when it is bought. */
function pointsOf(item, valuePointSku) {
  const given = (item.vp_rewards ?? []).filter(({sku}) => sku === valuePointSku);
  return given.reduce((sum, {amount}) => sum + amount, 0);
}

/** The smallest item that gives enough points, or else the one that gives the most. */
function chooseItem(items, {valuePointSku, pointsNeeded}) {
  const giving = items.filter(item => pointsOf(item, valuePointSku) > 0);
  giving.sort((one, other) => pointsOf(one, valuePointSku) - pointsOf(other, valuePointSku));
  return giving.find(item => pointsOf(item, valuePointSku) >= pointsNeeded) ?? giving[giving.length - 1];
}

document.addEventListener('liveops-contribute', async event => {
  const offer = document.querySelector('#clan-offer');
  try {
    const {items} = await (await fetch(ITEMS)).json();
    const item = chooseItem(items, event);
    offer.textContent = item ? `${item.name} lifts your clan` : 'Nothing in the shop lifts your clan now';
  } catch {
    offer.textContent = 'The shop could not be read';
  }
});
