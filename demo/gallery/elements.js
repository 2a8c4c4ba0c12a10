/*
 * The content of the gallery: one row for each element, with its states. `shows` is the part that identifies a state,
 * and `holds` a further condition; `as` distinguishes states of one scenario; `set` and `session` are properties of the
 * element and of its session; `drive` lists the steps to run once the element is there; `patienceMs` is the time limit.
 */
import {
  blockWindows,
  chooseFirst,
  isComplete,
  isIncomplete,
  isPending,
  isRecovering,
  isSettled,
  isSlow,
  isStale,
  isSwitching,
  partOf,
  press,
  refreshAfter,
  restartAfter,
  returnFrom,
  switchClan,
  type,
} from './drive.js';

const MISCONFIGURED = {scenario: 'default', as: 'misconfigured', session: {projectId: 0}, shows: 'error'};
const WAITING = {scenario: 'default', as: 'waiting for a session', session: {projectId: undefined}};
const TROUBLE = ['expired', '429', 'offline', 'server-error', 'bad-answer'];

const failing = TROUBLE.map(scenario => ({scenario, shows: 'error'}));

/** A receipt, without the confirmation step. */
const receipt = (scenario, holds) => ({scenario, as: 'receipt', drive: [switchClan], shows: 'acknowledge', holds});

/** The preview of a switch, opened by the element's own button. */
const preview = scenario => ({scenario, as: 'preview', drive: [press('preview')], shows: 'confirm', holds: isEnabled});

function isEnabled({element}) {
  return element.shadowRoot.querySelector('[part~="confirm"]:not(:disabled)') !== null;
}

const contributors = {
  tag: 'liveops-clan-contributors',
  states: [
    {scenario: 'default', shows: 'own-row'},
    {scenario: 'default', as: 'masked names', set: {maskNames: true}, shows: 'own-row'},
    {
      scenario: 'default',
      as: 'rank change',
      session: {forgetRanks: false},
      drive: [returnFrom(5)],
      shows: 'rank-change',
    },
    {scenario: 'default', as: 'three rows', set: {maxRows: 3}, shows: 'own-row'},
    {scenario: 'default', as: 'chain named', set: {rewardChainId: 101}, shows: 'own-row'},
    {scenario: 'tie', shows: 'own-row'},
    {scenario: 'tie', as: 'dense', set: {ranking: 'dense'}, shows: 'own-row'},
    {scenario: 'tie', as: 'ordinal', set: {ranking: 'ordinal'}, shows: 'own-row'},
    {scenario: 'full-board', shows: 'climb'},
    {scenario: 'own-row-missing', shows: 'row'},
    {scenario: 'long-names', shows: 'own-row'},
    {scenario: 'hostile-names', shows: 'row'},
    {scenario: 'rtl', shows: 'own-row'},
    {scenario: 'many-digits', shows: 'own-row'},
    ...['empty', 'no-clan', 'clanless-chain', 'unknown-clan', 'individual', 'no-chain', 'ended'].map(scenario => ({
      scenario,
      shows: 'empty',
    })),
    {...WAITING, shows: 'skeleton'},
    {scenario: 'slow', shows: 'skeleton'},
    {scenario: 'stale', drive: [refreshAfter('row')], shows: 'age', holds: hasAge},
    ...failing,
    MISCONFIGURED,
  ],
};

function hasAge({element}) {
  return element.shadowRoot.querySelector('[part~="age"]').textContent.trim() !== '';
}

const clanSwitch = {
  tag: 'liveops-clan-switch',
  states: [
    {...WAITING, shows: 'title'},
    {scenario: 'default', shows: 'preview', holds: isSettled},
    {scenario: 'unknown-clan', shows: 'preview', holds: isSettled},
    {scenario: 'poor-new-clan', as: 'pending', shows: 'preview', holds: isPending},
    ...['poor-new-clan', 'left-clan', 'nothing-to-claim', 'many-rewards', 'long-texts', 'rtl'].map(preview),
    ...['hostile-names', 'broken-images'].map(preview),
    {scenario: 'slow', as: 'preview on its way', drive: [press('preview')], shows: 'confirm'},
    {scenario: 'slow-switch', as: 'switching', drive: [switchClan], shows: 'status', holds: isSwitching},
    {
      scenario: 'slow-switch',
      as: 'still working',
      drive: [switchClan],
      shows: 'status',
      holds: isSlow,
      patienceMs: 6e4,
    },
    ...['poor-new-clan', 'rich-new-clan', 'left-clan'].map(scenario => receipt(scenario, isComplete)),
    ...['many-rewards', 'long-texts', 'rtl', 'broken-images'].map(scenario => receipt(scenario, isComplete)),
    ...['lost-answer', 'empty-answer', 'short-answer'].map(name => receipt(name, isComplete)),
    receipt('lost-answer-rich', isIncomplete),
    {
      scenario: 'poor-new-clan',
      as: 'receipt of an earlier visit',
      drive: [switchClan, restartAfter('acknowledge')],
      shows: 'acknowledge',
      holds: isComplete,
    },
    {scenario: 'lost-for-now', as: 'checking', drive: [switchClan], shows: 'retry', holds: isRecovering},
    {scenario: 'same-clan', as: 'same clan, checking', drive: [switchClan], shows: 'retry', holds: isRecovering},
    {scenario: 'nameless', as: 'nothing sent', drive: [switchClan], shows: 'confirm'},
    {scenario: 'nameless', as: 'switched anyway', drive: [switchClan, press('confirm')], shows: 'acknowledge'},
    {scenario: 'nothing-to-claim', as: 'switched', drive: [switchClan], shows: 'preview', holds: isSettled},
    {
      scenario: 'poor-new-clan',
      as: 'acknowledged',
      drive: [press('preview'), press('confirm'), press('acknowledge')],
      shows: 'preview',
      holds: isSettled,
    },
    ...['refused', ...TROUBLE].map(scenario => ({scenario, drive: [switchClan], shows: 'error'})),
    MISCONFIGURED,
  ],
};

const rewardChain = {
  tag: 'liveops-reward-chain',
  states: [
    {scenario: 'default', shows: 'step-claimable'},
    {
      scenario: 'default',
      as: 'one claimed now',
      drive: [press('claim')],
      shows: 'step-claimed',
      holds: hasOneClaimable,
    },
    ...['claimable', 'many-rewards', 'many-chains', 'long-texts', 'broken-images', 'reset-soon'].map(scenario => ({
      scenario,
      shows: 'step-claimable',
    })),
    {scenario: 'all-claimed', shows: 'step-claimed'},
    {scenario: 'locked', shows: 'step-locked'},
    {scenario: 'ended', shows: 'empty'},
    {scenario: 'ended', as: 'chain named', set: {rewardChainId: 101}, shows: 'step'},
    {scenario: 'individual', set: {rewardChainId: 10}, shows: 'step-claimable'},
    {scenario: 'clanless-chain', shows: 'how-to-join'},
    {scenario: 'no-clan', shows: 'how-to-join'},
    {scenario: 'no-chain', shows: 'empty'},
    {scenario: 'hostile-names', shows: 'step'},
    {scenario: 'rtl', shows: 'step'},
    {scenario: 'many-digits', shows: 'step'},
    {scenario: 'slow-claim', drive: [press('claim')], shows: 'claim', holds: isClaiming},
    {scenario: 'claim-refused', drive: [press('claim')], shows: 'claim'},
    {...WAITING, shows: 'skeleton'},
    {scenario: 'slow', shows: 'skeleton'},
    {scenario: 'stale', drive: [refreshAfter('step')], shows: 'step', holds: isStale},
    ...failing,
    MISCONFIGURED,
  ],
};

function hasOneClaimable({element}) {
  return element.shadowRoot.querySelectorAll('[part~="step-claimable"]').length === 1;
}

function isClaiming({element}) {
  return element.shadowRoot.querySelector('[part~="claim"]').disabled;
}

function hasNoClaimable({element}) {
  return element.shadowRoot.querySelector('[part~="day-claimable"]') === null;
}

function hasStatus({element}) {
  return element.shadowRoot.querySelector('[part~="status"]').textContent.trim() !== '';
}

const dailyRewards = {
  tag: 'liveops-daily-rewards',
  states: [
    {scenario: 'default', shows: 'day-claimable'},
    {scenario: 'default', as: 'strip', set: {layout: 'strip'}, shows: 'day-claimable'},
    {scenario: 'default', as: 'chain named', set: {dailyChainId: 202}, shows: 'day-claimable'},
    {
      scenario: 'default',
      as: 'today claimed now',
      drive: [press('claim')],
      shows: 'day-claimed',
      holds: hasNoClaimable,
    },
    {scenario: 'slow-claim', drive: [press('claim')], shows: 'claim', holds: isClaiming},
    {scenario: 'day-refused', drive: [press('claim')], shows: 'status', holds: hasStatus},
    {scenario: 'day-unanswered', drive: [press('claim')], shows: 'status', holds: hasStatus},
    {scenario: 'days-signed-out', shows: 'status', holds: hasStatus},
    {scenario: 'signed-out-later', drive: [refreshAfter('day')], shows: 'status', holds: hasStatus},
    {scenario: 'day-claimed', shows: 'day-upcoming'},
    {scenario: 'days-done', shows: 'day-claimed'},
    {scenario: 'days-over', shows: 'day-missed'},
    ...['month', 'rolling', 'days-without-pictures', 'long-days', 'broken-images', 'rtl'].map(scenario => ({
      scenario,
      shows: 'day-claimable',
    })),
    {scenario: 'month', as: 'strip of a month', set: {layout: 'strip'}, shows: 'day-claimable'},
    {scenario: 'unknown-days', shows: 'day-unknown'},
    {scenario: 'no-days', shows: 'empty'},
    {...WAITING, shows: 'skeleton'},
    {scenario: 'slow', shows: 'skeleton'},
    {scenario: 'stale', drive: [refreshAfter('day')], shows: 'age', holds: hasAge},
    ...failing,
    MISCONFIGURED,
  ],
};

function isWaiting({element}) {
  return element.shadowRoot.querySelector('[part~="waiting"]')?.textContent.trim();
}

function hasNews({element}) {
  return [...element.shadowRoot.querySelectorAll('[part~="status"]')].some(({textContent}) => textContent.trim());
}

/** A press on the price, and then a check of the payment. */
const ordered = [press('buy'), press('check')];

const offerChain = {
  tag: 'liveops-offer-chain',
  states: [
    {scenario: 'default', shows: 'buy'},
    {scenario: 'default', as: 'track', set: {layout: 'track'}, shows: 'buy'},
    {scenario: 'default', as: 'chain named', set: {offerChainId: 302}, shows: 'claim'},
    {scenario: 'offer-free', shows: 'claim'},
    {scenario: 'offer-free', as: 'claimed now', drive: [press('claim')], shows: 'buy'},
    {scenario: 'slow-offer-claim', drive: [press('claim')], shows: 'claim', holds: isClaiming},
    {scenario: 'offer-claim-refused', drive: [press('claim')], shows: 'status', holds: hasNews},
    {scenario: 'slow-order', drive: [press('buy')], shows: 'status', holds: hasNews},
    {scenario: 'default', as: 'waiting for the payment', drive: [press('buy')], shows: 'pay', holds: isWaiting},
    {scenario: 'default', as: 'track, waiting', set: {layout: 'track'}, drive: [press('buy')], shows: 'pay'},
    {scenario: 'default', as: 'no payment yet', drive: ordered, shows: 'status', holds: hasNews},
    {scenario: 'order-blocked', drive: [blockWindows, press('buy')], shows: 'pay', holds: isWaiting},
    {scenario: 'order-paid', drive: ordered, shows: 'waiting', holds: isWaiting},
    {scenario: 'order-done', drive: ordered, shows: 'claim'},
    ...['order-declined', 'order-expired'].map(scenario => ({
      scenario,
      drive: ordered,
      shows: 'status',
      holds: hasNews,
    })),
    {scenario: 'order-unknown', drive: ordered, shows: 'waiting', holds: isWaiting},
    {scenario: 'order-refused', drive: [press('buy')], shows: 'status', holds: hasNews},
    {scenario: 'order-unkept', drive: [press('buy')], shows: 'anyway'},
    {scenario: 'offer-vanished', drive: [press('buy')], shows: 'empty'},
    {scenario: 'price-missing', shows: 'buy'},
    {scenario: 'offers-again', shows: 'buy'},
    {scenario: 'offers-done', shows: 'finished'},
    {scenario: 'offers-over', shows: 'step'},
    {scenario: 'many-offers', shows: 'claim'},
    {scenario: 'many-offers', as: 'track of many', set: {layout: 'track'}, shows: 'claim'},
    ...['long-offers', 'offers-without-pictures', 'broken-images', 'rtl'].map(scenario => ({scenario, shows: 'buy'})),
    {scenario: 'no-offers', shows: 'empty'},
    {scenario: 'signed-out-later', drive: [refreshAfter('step')], shows: 'status', holds: hasNews},
    {...WAITING, shows: 'skeleton'},
    {scenario: 'slow', shows: 'skeleton'},
    {scenario: 'stale', drive: [refreshAfter('step')], shows: 'age', holds: hasAge},
    ...failing,
    MISCONFIGURED,
  ],
};

/** Presses the button that buys the item of this name. */
const pressOn = name => async card => {
  const offer = await partOf(card.element, 'offer', one => one.querySelector('[part~="name"]').textContent === name);
  const button = await partOf(card.element, 'buy', one => offer.contains(one) && !one.disabled);
  button.click();
};

/** The player wants to reach rank 1, as a board says it. */
async function wantRank({element}) {
  await partOf(element, 'offer');
  const gap = {chainId: 101, pointsNeeded: 158, valuePointSku: 'com.xsolla.clan_point_1', goal: 'rank', rank: 1};
  element.dispatchEvent(Object.assign(new Event('liveops-contribute', {bubbles: true, composed: true}), gap));
}

function hasReason({element}) {
  return element.shadowRoot.querySelector('[part~="reason"]').textContent.trim() !== '';
}

const offers = {
  tag: 'liveops-offers',
  states: [
    {scenario: 'default', shows: 'buy'},
    {scenario: 'default', as: 'list', set: {layout: 'list'}, shows: 'buy'},
    {scenario: 'default', as: 'strip', set: {layout: 'strip'}, shows: 'buy'},
    {scenario: 'default', as: 'promotions', set: {source: 'promotions'}, shows: 'buy'},
    {scenario: 'default', as: 'upsell', set: {source: 'upsell'}, shows: 'dismiss'},
    {scenario: 'default', as: 'climb', drive: [wantRank], shows: 'wanted', holds: hasReason},
    {scenario: 'items-few-points', drive: [wantRank], shows: 'wanted', holds: hasReason},
    {scenario: 'items-no-points', drive: [wantRank], shows: 'reason', holds: hasReason},
    {scenario: 'default', as: 'question', drive: [pressOn('Mega elixir')], shows: 'confirm'},
    {scenario: 'gems-short', drive: [pressOn('Mega elixir'), press('confirm')], shows: 'status', holds: hasNews},
    {scenario: 'slow-item', drive: [pressOn('Ember pouch')], shows: 'status', holds: hasNews},
    {
      scenario: 'default',
      as: 'waiting for the payment',
      drive: [pressOn('Ember pouch')],
      shows: 'pay',
      holds: isWaiting,
    },
    {
      scenario: 'default',
      as: 'list, waiting',
      set: {layout: 'list'},
      drive: [pressOn('Ember pouch')],
      shows: 'pay',
      holds: isWaiting,
    },
    {scenario: 'default', as: 'received', drive: [pressOn('Daily spark')], shows: 'status', holds: hasNews},
    ...['item-limit', 'item-vanished', 'item-lost'].map(scenario => ({
      scenario,
      drive: [pressOn('Daily spark')],
      shows: 'status',
      holds: hasNews,
    })),
    {
      scenario: 'item-lost',
      as: 'lost on an earlier visit',
      drive: [pressOn('Daily spark'), restartAfter('acknowledge')],
      shows: 'acknowledge',
      holds: hasNews,
    },
    {
      scenario: 'item-lost',
      as: 'list, gems lost on an earlier visit',
      set: {layout: 'list'},
      drive: [pressOn('Mega elixir'), press('confirm'), restartAfter('acknowledge')],
      shows: 'acknowledge',
      holds: hasNews,
    },
    {scenario: 'items-sold-out', shows: 'limit'},
    ...['long-items', 'items-without-pictures', 'broken-images', 'rtl'].map(scenario => ({scenario, shows: 'buy'})),
    {scenario: 'no-items', shows: 'empty'},
    {scenario: 'signed-out-later', drive: [refreshAfter('offer')], shows: 'hindrance', holds: isHindered},
    {...WAITING, shows: 'skeleton'},
    {scenario: 'slow', shows: 'skeleton'},
    {scenario: 'stale', drive: [refreshAfter('offer')], shows: 'age', holds: hasAge},
    ...failing,
    MISCONFIGURED,
  ],
};

function isHindered({element}) {
  return element.shadowRoot.querySelector('[part~="hindrance"]').textContent.trim() !== '';
}

const checked = (code, as = 'checked') => ({scenario: 'default', as, set: {code}, shows: 'preview'});
const refused = (code, as) => ({scenario: 'default', as, set: {code}, shows: 'error'});

/** A code that is checked and then redeemed or applied. */
const committed = (scenario, code, shows, as) => ({
  scenario,
  ...(as && {as}),
  set: {code},
  drive: [press('commit')],
  shows,
});

const openHistory = async card => {
  (await partOf(card.element, 'history')).querySelector('summary').click();
};

const redeemCode = {
  tag: 'liveops-redeem-code',
  states: [
    {scenario: 'default', shows: 'check'},
    {...WAITING, shows: 'field'},
    {scenario: 'default', as: 'nothing entered', drive: [press('check')], shows: 'error'},
    {scenario: 'slow-code', set: {code: 'WELCOME'}, shows: 'note'},
    refused('NOPE', 'unknown code'),
    refused('WELC*ME', 'other characters'),
    {scenario: 'default', as: 'grouped', drive: [type('WEL-COME'), press('check')], shows: 'ungroup'},
    refused('OLD', 'expired code'),
    refused('ONCE', 'used up'),
    refused('ELSEWHERE', 'other region'),
    refused('STRANGE', 'unknown reason'),
    checked('WELCOME', 'coupon'),
    checked('BUNDLE', 'bundle'),
    checked('SURPRISE', 'unlisted gift'),
    checked('KEYS', 'choice'),
    {...checked('KEYS', 'chosen'), drive: [chooseFirst], shows: 'option-chosen'},
    checked('WINTER10', 'promo code'),
    checked('GIFT', 'promo code with a gift'),
    checked('SECRET', 'unique offer'),
    checked('SEASON', 'unknown kind'),
    {scenario: 'default', as: 'coupons only', set: {code: 'WINTER10', kind: 'coupon'}, shows: 'preview'},
    committed('slow-redeem', 'WELCOME', 'note'),
    committed('default', 'WELCOME', 'receipt-redeemed', 'redeemed'),
    committed('code-answer-lost', 'WELCOME', 'receipt-probably-redeemed'),
    committed('code-unanswered', 'WELCOME', 'receipt-unknown'),
    committed('code-refused', 'WELCOME', 'error'),
    committed('code-unkept', 'WELCOME', 'receipt'),
    committed('default', 'WINTER10', 'remove', 'applied'),
    {
      ...committed('default', 'WINTER10', 'remove', 'kept for the next order'),
      set: {code: 'WINTER10', promoCodeFor: 'order'},
    },
    committed('default', 'SECRET', 'remove', 'unlocked'),
    committed('empty-cart', 'WINTER10', 'error'),
    {
      scenario: 'default',
      as: 'history',
      set: {code: 'WELCOME'},
      drive: [press('commit'), press('acknowledge'), openHistory],
      shows: 'history-code',
    },
    {scenario: 'long-codes', set: {code: 'WELCOME'}, shows: 'preview'},
    {scenario: 'long-codes', as: 'long choice', set: {code: 'KEYS'}, shows: 'option'},
    committed('long-codes', 'WELCOME', 'receipt', 'long receipt'),
    {scenario: 'rtl', set: {code: 'KEYS'}, shows: 'option'},
    ...TROUBLE.map(scenario => ({scenario, set: {code: 'WELCOME'}, shows: 'error'})),
    MISCONFIGURED,
  ],
};

export const ELEMENTS = [contributors, clanSwitch, rewardChain, dailyRewards, offerChain, offers, redeemCode];
