/* Scenarios about codes. */
import {refusal} from './answers.js';
import {CODES, type ScenarioCode} from './code-calls.js';
import {superBox} from './clan-quest.js';
import {onlyOn, type Plans} from './plan.js';

const LONG_NAME = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenschachtel';

const LONG: Readonly<Record<string, ScenarioCode>> = {
  WELCOME: {
    type: 'coupon',
    gifts: Array.from({length: 6}, (_, at) => ({...superBox, name: `${LONG_NAME} ${at}`, quantity: 1_000_000})),
  },
  KEYS: {
    type: 'coupon',
    gifts: [{...superBox, name: LONG_NAME, type: 'unit', platforms: ['Steam', LONG_NAME, `${LONG_NAME} two`]}],
  },
};

const lostAfter = onlyOn('redeem-code')(answer => {
  answer();
  return refusal(500, 0, 'Internal Server Error');
});

export const codePlans = {
  'slow-code': {
    description: 'The check of a code is on its way and takes its time.',
    inject: onlyOn('verify-code')(async (answer, held) => {
      await held;
      return answer();
    }),
  },
  'slow-redeem': {
    description: 'The redemption of a code is on its way and takes its time.',
    inject: onlyOn(
      'redeem-code',
      'apply-code',
    )(async (answer, held) => {
      await held;
      return answer();
    }),
  },
  'code-answer-lost': {
    description: 'The answer to a redemption is lost, and the code is used up then: it is probably the player’s.',
    inject: lostAfter,
  },
  'code-unanswered': {
    description: 'A redemption has no answer, and nothing says what happened: the player can look or try again.',
    inject: onlyOn('redeem-code')(() => refusal(500, 0, 'Internal Server Error')),
  },
  'code-refused': {
    description: 'A code is refused for the player’s region at the last moment.',
    inject: onlyOn('redeem-code')(() => refusal(422, 9808, 'Coupon is not available in your region')),
  },
  'empty-cart': {
    description: 'The cart is empty, so that no promo code can be applied to it.',
    inject: onlyOn('apply-code')(() => refusal(422, 1401, 'Cart is empty')),
  },
  'code-unkept': {
    description: 'Nothing can be stored on this device: a receipt lasts as long as the page.',
    nameless: true,
  },
  'long-codes': {
    description: 'Items and platforms whose names do not fit on a line.',
    codes: {...CODES, ...LONG},
  },
} satisfies Plans;
