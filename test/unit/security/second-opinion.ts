/* The vendor's answers as valibot reads them: what it accepts, our own decoders keep without loss. */
import * as v from 'valibot';

const points = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const id = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER));
const word = v.pipe(v.string(), v.regex(/\S/));
const optionalText = v.nullish(v.string());

export const contributors = v.array(v.object({name: word, contributed_amount: points}));

export const reward = v.object({
  sku: word,
  name: word,
  type: word,
  description: optionalText,
  image_url: optionalText,
  quantity: id,
  bundle_type: optionalText,
});

export const clanUpdate = v.object({reward: v.array(reward)});

const step = v.object({
  step_id: id,
  name: word,
  is_claimed: v.boolean(),
  price: v.object({amount: points}),
  reward: v.array(reward),
});

export const chains = v.object({
  has_more: v.boolean(),
  items: v.array(
    v.object({
      reward_chain_id: id,
      name: word,
      order: points,
      clan_type: v.nullable(word),
      value_point: v.object({sku: word, name: word, amount: points}),
      steps: v.array(step),
    }),
  ),
});

const decimal = v.object({amount: v.pipe(v.string(), v.regex(/^\d{1,15}(\.\d{1,16})?$/)), currency: v.literal('EUR')});

export const items = v.object({
  has_more: v.boolean(),
  items: v.array(
    v.object({
      sku: word,
      is_free: v.literal(false),
      price: v.union([v.null(), v.tuple([]), decimal]),
      can_be_bought: v.boolean(),
      limits: v.nullable(v.object({per_user: v.object({available: points})})),
      virtual_prices: v.array(v.object({sku: word, amount: points})),
      promotions: v.array(v.object({bonus: v.array(v.object({sku: word}))})),
      vp_rewards: v.array(v.object({sku: word, amount: points, is_clan: v.optional(v.boolean())})),
      content: v.array(v.object({sku: word})),
    }),
  ),
});

export const failure = v.object({errorCode: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2 ** 53 - 1))});

/** The value as `schema` reads it; `undefined` where it does not accept it. */
export function accepted<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> | undefined {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : undefined;
}
