import * as v from 'valibot';

export const addedCode = v.looseObject({code: v.string()});
export const generated = v.looseObject({count: v.number()});
export const codePage = v.looseObject({
  codes: v.array(v.looseObject({code: v.string()})),
  total_count: v.optional(v.number()),
});

const perCode = v.looseObject({total: v.number(), available: v.number(), used: v.number(), reserved: v.number()});
export const codeLimitPage = v.looseObject({
  items: v.array(v.looseObject({code: v.string(), per_code: perCode})),
  total_items_count: v.optional(v.number()),
  has_more: v.optional(v.boolean()),
});
