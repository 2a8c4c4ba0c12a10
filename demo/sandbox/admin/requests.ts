import type {Context} from 'hono';
import {Ajv2020, type ErrorObject} from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import {readJson} from '../http/json-input.js';
import type {SandboxEnv} from '../http/env.js';
import {invalidProperty, requiredProperty} from '../http/envelopes.js';
import order from './schema/admin-order.json' with {type: 'json'};
import bonus from './schema/bonus.json' with {type: 'json'};
import campaign from './schema/campaign.json' with {type: 'json'};
import couponCampaign from './schema/coupon-campaign.json' with {type: 'json'};
import coupon from './schema/coupon.json' with {type: 'json'};
import discount from './schema/discount.json' with {type: 'json'};
import dailyChain from './schema/managed-daily-chain.json' with {type: 'json'};
import fields from './schema/fields.json' with {type: 'json'};
import offerChain from './schema/managed-offer-chain.json' with {type: 'json'};
import offer from './schema/offer.json' with {type: 'json'};
import promoCode from './schema/promo-code.json' with {type: 'json'};
import promotion from './schema/promotion.json' with {type: 'json'};
import rewardChain from './schema/reward-chain.json' with {type: 'json'};
import rule from './schema/rule.json' with {type: 'json'};
import token from './schema/token.json' with {type: 'json'};
import upsell from './schema/upsell.json' with {type: 'json'};
import valuePoint from './schema/value-point.json' with {type: 'json'};

const ajv = new Ajv2020({
  strict: true,
  strictTypes: false,
  strictRequired: false,
  schemas: [
    fields,
    promotion,
    couponCampaign,
    bonus,
    discount,
    campaign,
    coupon,
    promoCode,
    offer,
    valuePoint,
    rewardChain,
    dailyChain,
    offerChain,
    order,
    token,
    upsell,
    rule,
  ],
});
formats.default(ajv);

/** The place of a definition in the schemas: `bonus/input`. */
export type Shape = `${string}/${string}`;

/**
 * The JSON body of a server-side call, checked by the schema of that name.
 *
 * @throws Refusal 422/1102 that names the property.
 */
export async function readBody<T>(c: Context<SandboxEnv>, shape: Shape): Promise<T> {
  const body = await readJson(c);
  const [error] = faultsIn(shape, body);
  if (error) throw toRefusal(error);
  return body as T;
}

/** The first violation of the schema of that name, or `undefined`. */
export function faultsIn(shape: Shape, value: unknown): readonly ErrorObject[] {
  const [file, definition] = shape.split('/');
  const validate = ajv.getSchema(`urn:liveops-sandbox:${file}#/$defs/${definition}`);
  if (!validate) throw new Error(`There is no schema ${shape}`);
  return validate(value) === true ? [] : (validate.errors ?? []);
}

function toRefusal({keyword, instancePath, message, params}: ErrorObject): Error {
  const place = toPlace(instancePath);
  const inner = (name: string): string => (place ? `${place}.${name}` : name);
  if (keyword === 'required') return requiredProperty(inner(String(params['missingProperty'])));
  const strange: unknown = params['additionalProperty'] ?? params['unevaluatedProperty'];
  if (strange !== undefined) return invalidProperty(inner(String(strange)), 'is not known');
  return invalidProperty(place || 'body', message ?? 'is not valid');
}

/** `/steps/0/price` as `steps[0].price`. */
function toPlace(pointer: string): string {
  const parts = pointer.split('/').slice(1);
  return parts
    .map(part => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
}
