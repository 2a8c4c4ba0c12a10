import * as v from 'valibot';

export const userLimit = v.looseObject({per_user: v.looseObject({total: v.number(), available: v.number()})});
