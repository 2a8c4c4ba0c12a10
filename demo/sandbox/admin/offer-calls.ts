import {invalidProperty} from '../envelopes.js';
import type {Offer, OfferInput} from './offers.js';
import {countsOf, pageOf} from './pages.js';
import {codeExists, offerNotFound} from './refusals.js';
import {readBody} from './requests.js';
import {type AddAdminCalls, type AdminCall, noContent, type Visit} from './visit.js';

const PATH = '/unique_catalog_offer';

/**
 * The calls of unique catalog offers. An `external_id` that is taken is not documented; the sandbox answers 422/1102, as
 * for every other mistake in the body.
 */
export function addOfferCalls(add: AddAdminCalls): void {
  add(PATH, {GET: list, POST: create});
  add(`${PATH}/:external_id`, {GET: get, PUT: update, DELETE: remove});
  add(`${PATH}/:external_id/activate`, {PUT: switched(true)});
  add(`${PATH}/:external_id/deactivate`, {PUT: switched(false)});
  add(`${PATH}/:external_id/code`, {GET: listCodes, POST: addCode});
  add(`${PATH}/:external_id/code/generate`, {PUT: generate});
}

const create: AdminCall = async ({c, office}) => {
  const {external_id, ...input} = await readBody<OfferInput & {external_id: string}>(c, 'offer/input');
  if (office.offers.get(external_id)) throw invalidProperty('external_id', 'is taken');
  office.offers.create(external_id, input);
  return c.json({external_id}, 201);
};

const list: AdminCall = ({c, office}) => {
  const {all} = office.offers;
  return c.json({items: pageOf(c, all).rows.map(toAnswer), ...countsOf(all)});
};

const get: AdminCall = visit => visit.c.json(toAnswer(offerOf(visit)));

const update: AdminCall = async visit => {
  const offer = offerOf(visit);
  visit.office.offers.replace(offer, await readBody<OfferInput>(visit.c, 'offer/replacement'));
  return noContent(visit.c);
};

const remove: AdminCall = visit => {
  visit.office.offers.delete(offerOf(visit));
  return noContent(visit.c);
};

function switched(enabled: boolean): AdminCall {
  return visit => {
    visit.office.offers.enable(offerOf(visit), enabled);
    return noContent(visit.c);
  };
}

const addCode: AdminCall = async visit => {
  const offer = offerOf(visit);
  const {coupon_code: code} = await readBody<{coupon_code: string}>(visit.c, 'offer/newCode');
  if (!visit.office.offers.addCode(offer, code)) throw codeExists();
  return visit.c.json({code}, 201);
};

const listCodes: AdminCall = visit => {
  const {rows, total} = pageOf(visit.c, visit.office.offers.codes(offerOf(visit)));
  return visit.c.json({codes: rows.map(code => ({code})), total_count: total});
};

const generate: AdminCall = async visit => {
  const offer = offerOf(visit);
  const {count} = await readBody<{count: number}>(visit.c, 'offer/count');
  visit.office.offers.generate(offer, count);
  return visit.c.json({count});
};

function offerOf({c, office}: Visit): Offer {
  const offer = office.offers.get(c.req.param('external_id') ?? '');
  if (!offer) throw offerNotFound();
  return offer;
}

/** Nothing is redeemed here, so that all of the total limit is left. */
function toAnswer(offer: Offer): object {
  const available = offer.redeem_total_limit;
  return {...offer, total_limit_state: available === null ? null : {available, reserved: 0, used: 0}};
}
