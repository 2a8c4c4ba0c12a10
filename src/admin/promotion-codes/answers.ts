import * as v from 'valibot';

export const addedCode = v.looseObject({code: v.string()});
export const generated = v.looseObject({count: v.number()});
export const codePage = v.looseObject({
  codes: v.array(v.looseObject({code: v.string()})),
  total_count: v.optional(v.number()),
});
