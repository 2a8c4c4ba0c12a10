/* The same 500 items, style and formats for every list of offers, so that only the way of rendering differs. */
const prices = new Intl.NumberFormat('en', {style: 'currency', currency: 'EUR'});

export const COUNT = 500;

/** Waits for as long as the network does, where a measurement has one. The handwritten lists get all items in one answer. */
export const arrive = async () => {
  if (bench.lag) await new Promise(resolve => setTimeout(resolve, bench.lag));
};

export const toPrice = amount => prices.format(Number(amount));

/** Items as the vendor lists them; each `turn` gives every item another price. */
export const itemsOf = (turn = 0) =>
  Array.from({length: COUNT}, (_, index) => ({
    sku: `item_${index}`,
    name: `Item ${index}`,
    type: 'virtual_good',
    image_url: null,
    groups: [],
    is_free: false,
    can_be_bought: true,
    price: {amount: `${1 + ((index + turn) % 50)}.99`, amount_without_discount: null, currency: 'EUR'},
    virtual_prices: [],
    promotions: [],
    limits: null,
    periods: [],
    vp_rewards: [{sku: 'point', name: 'Clan points', amount: 10 * (1 + (index % 20)), is_clan: true}],
  }));

/** What the list says of the points of an item. */
export const toPoints = ([{amount, name}]) => `+${amount} ${name}`;

export const SHOP_STYLE = `
  :host { display: block; inline-size: 640px; font: 14px/20px sans-serif; }
  ul { margin: 0; padding: 0; list-style: none; display: grid; grid-template-columns: 1fr 1fr; gap: 8px; }
  li { display: grid; gap: 4px; padding: 8px; border: 1px solid silver; border-radius: 8px; }
  .art { block-size: 64px; background: gainsboro; }`;
