import {createAdmin, type BonusPromotionInput, type LiveOpsError} from 'liveops-elements/admin';

const admin = createAdmin({projectId: 44056, merchantId: 2340, apiKey: 'key'});
const bonus: BonusPromotionInput = {name: {'en-US': 'x'}, condition: null, bonus: [{sku: 'x'}]};

export async function run(): Promise<number[]> {
  await admin.bonuses.create(bonus);
  await admin.promotions.setPaymentSystems(17840, []);
  const ids: number[] = [];
  for await (const {id} of admin.bonuses.list({pageSize: 10})) ids.push(id);
  return ids;
}

export const codeOf = (error: LiveOpsError): string => error.code;
