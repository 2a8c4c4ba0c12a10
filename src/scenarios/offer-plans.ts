/* Scenarios about offer chains and the orders of their steps. */
import {gems, superBox} from './clan-quest.js';
import {hourlyOffer, type Rung, WINTER, winterLadder} from './offer-ladder.js';
import {type Injection, onlyOn, type Plans} from './plan.js';
import {DAY, isoAt, reward, type WireOfferChain} from './wire.js';
import {refusal} from './answers.js';

/** The ladder with a number of steps done, and some fields replaced. */
const withLadder = (done: number, fields: (now: number) => Parameters<typeof winterLadder>[2] = () => ({})) => ({
  offerChains: (now: number): readonly WireOfferChain[] => [winterLadder(now, done, fields(now)), hourlyOffer(now)],
});

const LONG: readonly Rung[] = WINTER.map(rung => ({
  ...rung,
  item: {...rung.item, name: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenschachtel', quantity: 1_000_000},
  ...(rung.price !== undefined && {price: 123_456.78}),
  ...(rung.content && {content: Array.from({length: 12}, (_, at) => reward({name: `Treasure of the north ${at}`}))}),
}));

const PLAIN: readonly Rung[] = WINTER.map(rung => ({...rung, item: {...rung.item, image_url: ''}}));

const THIRTY: readonly Rung[] = Array.from({length: 30}, (_, at) => ({
  item: gems((at + 1) * 10),
  ...(at % 3 === 2 && {price: at + 0.99}),
}));

/** The chain is there once, and from the first order on it is not. */
function vanishing(): Injection {
  let isGone = false;
  return (call, answer) => {
    isGone ||= call === 'order-offer';
    if (isGone && call === 'offers') return Response.json({has_more: false, total_items_count: 0, items: []});
    return isGone ? refusal(404, 4001, 'Offer chain not found') : answer();
  };
}

export const offerPlans = {
  'offer-free': {
    description: 'The next step of the offers is free, and one tap claims it.',
    ...withLadder(2),
  },
  'offers-done': {
    description: 'Every step of the only offer chain is done; it starts again in 45 minutes.',
    offerChains: now => [hourlyOffer(now, 3)],
  },
  'offers-over': {
    description: 'The only offer chain ended yesterday, with three steps left.',
    offerChains: now => [winterLadder(now, 2, {date_end: isoAt(now - DAY)})],
  },
  'offers-again': {
    description: 'The offers start again in 45 minutes.',
    offerChains: now => [hourlyOffer(now, 1)],
  },
  'no-offers': {
    description: 'The project has no offer chain at the moment.',
    offerChains: () => [],
  },
  'offer-claim-refused': {
    description: 'The server refuses to let a free step be claimed, without a code that says why.',
    ...withLadder(2),
    inject: onlyOn('claim-offer')(() => refusal(422, 1102, 'Unprocessable Entity. The step cannot be claimed')),
  },
  'slow-offer-claim': {
    description: 'The claim of a free step is on its way and takes its time.',
    ...withLadder(2),
    inject: onlyOn('claim-offer')(async (answer, held) => {
      await held;
      return answer();
    }),
  },
  'slow-order': {
    description: 'The order of a step is on its way and takes its time.',
    inject: onlyOn('order-offer')(async (answer, held) => {
      await held;
      return answer();
    }),
  },
  'order-blocked': {
    description: 'The browser blocks the window of the payment page: a button opens it.',
    opensWindow: true,
  },
  'order-paid': {
    description: 'The payment has arrived, and the item is on its way.',
    orderStatus: () => 'paid',
  },
  'order-done': {
    description: 'The payment arrives at the first request, and the step is bought.',
    orderStatus: () => 'done',
  },
  'order-declined': {
    description: 'The payment was declined: the step can be bought again.',
    orderStatus: () => 'canceled',
  },
  'order-expired': {
    description: 'The order has expired without a payment: the step can be bought again.',
    orderStatus: () => 'expired',
  },
  'order-unknown': {
    description: 'The server says of the order what this version does not know: it still waits.',
    orderStatus: () => 'in_review',
  },
  'order-refused': {
    description: 'The server has a problem, and nothing is ordered.',
    inject: onlyOn('order-offer')(() => refusal(500, 0, 'Internal Server Error')),
  },
  'order-unkept': {
    description: 'The order cannot be saved on this device, so nothing is ordered without asking.',
    nameless: true,
  },
  'offer-vanished': {
    description: 'The offer is no longer there for the player once it is ordered.',
    inject: vanishing,
  },
  'price-missing': {
    description: 'The server does not say what the next step costs.',
    ...withLadder(1, () => ({rungs: WINTER.map(rung => (rung.price === 0.99 ? {...rung, price: null} : rung))})),
  },
  'long-offers': {
    description: 'Steps whose names, prices and contents do not fit on a line.',
    ...withLadder(1, () => ({
      name: 'The great and truly unmissable anniversary ladder of the eastern and western realms',
      rungs: LONG,
    })),
  },
  'many-offers': {
    description: 'Thirty steps, as many as there can be; the fourteenth is next.',
    ...withLadder(13, () => ({rungs: THIRTY})),
  },
  'offers-without-pictures': {
    description: 'No item of a step has a picture.',
    ...withLadder(1, () => ({rungs: [...PLAIN.slice(0, 4), {item: {...superBox, image_url: ''}}]})),
  },
} satisfies Plans;
