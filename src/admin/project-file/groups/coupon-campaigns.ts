import * as v from 'valibot';
import type {CouponCampaignInput} from '../../coupon-campaigns/campaign.js';
import {campaignInput} from '../../coupon-campaigns/checks.js';
import {findingsIn} from '../../input/check.js';
import {type Group, only} from '../rows.js';
import {companyOf} from './company.js';

const rowInput = v.omit(campaignInput, ['project_id']);
const FIELDS = Object.keys(rowInput.entries);

/**
 * Coupon campaigns of the Subscriptions API. No call changes or deletes one. The vendor doesn't document what its list
 * shows: a campaign without a code there can't be named, and one without texts can't be compared.
 */
export const couponCampaigns: Group = {
  name: 'coupon_campaigns',
  identity: 'campaign_code',
  title: 'name',
  isOfCompany: true,
  assigned: [],
  fixed: FIELDS,
  check: row => findingsIn(rowInput, row),
  async *list(admin) {
    const {couponCampaigns: calls, projectId} = companyOf(admin);
    for await (const campaign of calls.list({project_id: projectId})) {
      const {campaign_code: id, project_id: project = projectId} = campaign;
      if (id !== undefined && project === projectId)
        yield {id, row: only(campaign, FIELDS), isPartial: campaign['campaign_names'] === undefined};
    }
  },
  async create(admin, row) {
    const {couponCampaigns: calls, projectId} = companyOf(admin);
    await calls.create({...row, project_id: projectId} as CouponCampaignInput);
    return String(row['campaign_code']);
  },
  afterCreation: row => row,
  // All fields are fixed, so that a difference is refused before.
  change: async () => await Promise.resolve(),
};
