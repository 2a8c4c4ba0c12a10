import {readFileSync} from 'node:fs';

const FOLDER = 'demo/sandbox/admin/schema';
const FILES = [
  'fields',
  'campaign',
  'coupon',
  'promo-code',
  'offer',
  'bonus',
  'discount',
  'value-point',
  'reward-chain',
  'managed-daily-chain',
  'managed-offer-chain',
  'rule',
  'upsell',
  'coupon-campaign',
  'promotion',
];

/** The groups of a project file: the definition of a row, and the fields that only a row has. */
const GROUPS = {
  value_points: {input: 'value-point.input', extra: {items: {$ref: '#/$defs/value-point.items'}}},
  reward_chains: {input: 'reward-chain.input', extra: {}, isKeyed: true},
  daily_chains: {input: 'managed-daily-chain.input', extra: {}, isKeyed: true},
  offer_chains: {input: 'managed-offer-chain.input', extra: {}, isKeyed: true},
  bonuses: {input: 'bonus.input-v3', extra: {}, isKeyed: true, isSwitched: true},
  discounts: {input: 'discount.input-v3', extra: {}, isKeyed: true, isSwitched: true},
  coupons: {input: 'coupon.input-v3', extra: {}, isSwitched: true, hasCodes: true},
  promo_codes: {input: 'promo-code.input-v3', extra: {}, isSwitched: true, hasCodes: true},
  unique_offers: {input: 'offer.input-v3', extra: {}, isSwitched: true, hasCodes: true},
  rules: {input: 'rule.input', extra: {}, isKeyed: true},
  upsell: {input: 'upsell.input', isOnly: true},
  coupon_campaigns: {input: 'coupon-campaign.input', extra: {}, isOfCompany: true},
  promotions: {
    input: 'promotion.input',
    extra: {
      subject: {$ref: '#/$defs/promotion.subject'},
      payment_systems: {type: 'array', items: {$ref: '#/$defs/promotion.system'}},
      periods: {type: 'array', items: {$ref: '#/$defs/promotion.period'}},
      rewards: {$ref: '#/$defs/promotion.rewards'},
    },
    isKeyed: true,
    isSwitched: true,
    isOfCompany: true,
  },
};

/** A file names promotions by their keys; ids are for those that it doesn't have. */
const EXCLUDED = {type: 'array', items: {type: ['integer', 'string']}};

/**
 * The JSON Schema of project files, for editors: made of the sandbox's schemas for the bodies of calls, which a test
 * compares with the client's checks. All definitions are in one file, since not every editor follows names across files.
 */
export function projectSchema() {
  const definitions = {...Object.fromEntries(FILES.flatMap(definitionsOf)), 'fields.excluded': EXCLUDED};
  const groups = Object.entries(GROUPS).map(([name, group]) => [
    name,
    group.isOnly ? {$ref: `#/$defs/${group.input}`} : {type: 'array', items: rowOf(group, definitions)},
  ]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'The settings of a LiveOps project',
    type: 'object',
    properties: Object.fromEntries(groups),
    additionalProperties: false,
    $defs: definitions,
  };
}

function definitionsOf(file) {
  const {$defs} = JSON.parse(readFileSync(`${FOLDER}/${file}.json`, 'utf8'));
  return Object.entries($defs).map(([name, definition]) => [`${file}.${name}`, withLocalReferences(definition, file)]);
}

/** `urn:liveops-sandbox:fields#/$defs/sku` and `#/$defs/sku` as `#/$defs/fields.sku`. */
function withLocalReferences(value, file) {
  if (Array.isArray(value)) return value.map(each => withLocalReferences(each, file));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => {
      if (name !== '$ref') return [name, withLocalReferences(field, file)];
      const [, other, definition] = /^(?:urn:liveops-sandbox:([\w-]+))?#\/\$defs\/([\w-]+)$/.exec(field);
      return [name, `#/$defs/${other ?? file}.${definition}`];
    }),
  );
}

/** A definition allows no other fields, and a row has more of them, so the definition is taken apart. */
function rowOf({input, extra, isKeyed, isSwitched, hasCodes, isOfCompany}, definitions) {
  const definition = isOfCompany ? withoutProject(definitions[input]) : definitions[input];
  const {additionalProperties: _, unevaluatedProperties: __, ...open} = definition;
  const fields = {
    ...(isKeyed && {key: {$ref: '#/$defs/fields.externalId'}}),
    ...(isSwitched && {is_enabled: {type: 'boolean'}}),
    ...(hasCodes && {codes: {type: 'array', items: {$ref: '#/$defs/campaign.code'}}}),
    ...extra,
  };
  const required = [...(isKeyed ? ['key'] : []), ...(isSwitched ? ['is_enabled'] : [])];
  return {allOf: [open, {type: 'object', properties: fields, required}], unevaluatedProperties: false};
}

/** The file is about one project, which its rows don't name. */
function withoutProject({properties: {project_id: _, ...properties}, required, ...definition}) {
  return {...definition, properties, required: required.filter(name => name !== 'project_id')};
}
