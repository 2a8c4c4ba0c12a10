import {cached} from './formats.js';
import {formatNumber} from './numbers.js';
import type {TextTable} from './tables.js';
import {localeOfWords, textsFor} from './words.js';

/**
 * All our texts that a player can see, in English. `{name}` stands for a value; `{name:one=point|other=points}` for the form
 * that goes with its number, by the plural categories of CLDR. Files in `src/languages` have them in other languages.
 */
export const english = {
  contributorsTitle: 'Top contributors',
  unknownPlayer: 'Unknown player',
  own: 'You',
  noAmount: 'No points shown',
  loading: 'Loading',
  nobodyYet: 'Nobody has given points yet. Be the first!',
  noClan: 'You are not in a clan yet.',
  unknownClan: 'There is nothing to show for your clan right now.',
  noChain: 'There is no clan event right now.',
  signedOut: 'Sign in to see your clan.',
  offline: 'You are offline.',
  failed: 'This could not be loaded.',
  retry: 'Try again',
  updated: 'Updated {age}',
  climb: '{points} {points:one=point|other=points} to rank {rank}',
  chainTitle: 'Rewards',
  times: '×{count}',
  unknownItem: 'Unknown item',
  progress: '{points} of {price}',
  resets: 'Resets {when}',
  ends: 'Ends {when}',
  ended: 'Ended {when}',
  claim: 'Claim',
  claimed: 'Claimed',
  locked: '{points} to go',
  stepClimb: '{points} {points:one=point|other=points} to {step}',
  claimAll: 'Claim all ({count})',
  claimedAll: '{claimed} of {count} claimed.',
  claimFailed: 'This could not be claimed.',
  claimSignedOut: 'Sign in to claim.',
  claimOffline: 'You are offline. Claiming works again once you are back online.',
  claimUnknown: 'We could not find out whether you have this. You can claim it again.',
  dailyTitle: 'Daily rewards',
  noDaily: 'There are no daily rewards right now.',
  dailySignedOut: 'Sign in to see your daily rewards.',
  dailyProgress: '{claimed} of {days} claimed',
  day: 'Day {day}',
  dayToday: 'Today',
  dayMissed: 'Missed',
  dayOpen: 'You can claim day {day} now.',
  dayReceived: 'You received: {rewards}',
  nextDay: 'Next reward {when}: {moment}',
  nextDayAt: 'Next reward: {moment}',
  nextDaySoon: 'The next reward opens any moment.',
  missedIsGone: 'A missed day can’t be made up.',
  endsOn: 'Ends {moment}.',
  endedOn: 'Ended {moment}.',
  offersTitle: 'Offers',
  noOffers: 'There are no offers right now.',
  offerGone: 'This offer is no longer available.',
  offersSignedOut: 'Sign in to see your offers.',
  offerSignedOut: 'Sign in to claim or buy.',
  offerOffline: 'You are offline. Claiming and buying work again once you are back online.',
  offerProgress: '{done} of {steps} done',
  offerFinished: 'All done! You have everything in this offer.',
  offerEnded: 'This offer has ended.',
  offerStartsAgain: 'Starts again {when}',
  offerClaim: 'Claim for free',
  free: 'Free',
  lockedStep: 'Locked',
  contents: 'Contains {rewards}',
  pointsGiven: '+{points} {name}',
  buy: 'Buy',
  buyStep: '{price}, buy {rewards}',
  bought: 'Bought',
  priceMissing: 'You will see the price before you pay.',
  orderOpening: 'Opening the payment page…',
  orderWaiting: 'Waiting for your payment. It can take a while to arrive.',
  orderBlocked: 'Your browser blocked the payment page. Press the button to open it.',
  orderPaid: 'Payment received, your item is on its way.',
  orderDone: 'Payment received. You have your item, and the next step opens in a moment.',
  orderCanceled: 'Your last payment was canceled. You can buy this again.',
  orderExpired: 'The payment page has expired. You can buy this again.',
  orderCheckout: 'Continue to payment',
  orderOpen: 'Open the payment page',
  orderCheck: 'I paid, check again',
  orderCheckAgain: 'Check again',
  orderChecking: 'Checking your payment…',
  orderNotYet: 'No payment has arrived yet. If you have paid, there is no need to pay again: we keep checking.',
  orderFailed: 'Nothing was ordered.',
  orderSignedOut: 'Sign in to buy.',
  orderGone: 'This offer is no longer available for you.',
  orderElsewhere: 'You are already buying this on another page. You can try again in a minute.',
  orderUnkept: 'We couldn’t save your order on this device, so nothing was ordered.',
  orderAnyway: 'Buy anyway',
  orderAnywayHint: 'If you buy anyway, keep this page open until you have your item.',
  orderShowFailed: 'The payment page could not be opened.',
  orderCheckFailed: 'Your payment could not be checked.',
  switchTitle: 'Clan rewards',
  switchPending: 'Your clan has changed.',
  switchQuiet: 'Did you change your clan?',
  switchPreview: 'Check for clan rewards',
  switchClaims: 'Rewards you’ll claim:',
  switchClaimsNothing: 'Nothing to claim.',
  switchStays: '{points} {points:one=point stays|other=points stay} with your old clan: {chain}',
  switchConfirm: 'Switch clan',
  cancel: 'Not now',
  switching: 'Fetching your rewards…',
  switchSlow: 'Still working…',
  received: 'These are yours now:',
  recovered: 'You received these. Look in your inventory:',
  incomplete: 'This may be incomplete. Check your inventory.',
  acknowledge: 'Got it',
  switchUnchanged: 'You are still in the same clan.',
  switchRecovering: 'Checking what you received…',
  switchUnkept: 'We couldn’t save a receipt on this device, so nothing was sent.',
  switchAnyway: 'Switch anyway',
  switchFailed: 'Your clan was not switched.',
  refusedConfig: 'This page is not set up correctly.',
  refusedForbidden: 'You are not allowed to do this.',
  refusedNotFound: 'This is not available.',
  refusedInvalid: 'The server did not accept the request.',
  refusedAlreadyClaimed: 'You have these rewards already.',
  refusedPoints: 'You do not have enough points.',
  refusedAvailable: 'This is not available now.',
  refusedRate: 'There were too many requests. Please wait a moment.',
  refusedServer: 'The server has a problem.',
  refusedNetwork: 'The server could not be reached.',
  refusedTimeout: 'There was no answer in time.',
  refusedAnswer: 'The answer could not be read.',
  refusedUnknown: 'We could not find out what happened. Check your inventory.',
  refusedStorage: 'We couldn’t save a receipt on this device.',
  refusedLimit: 'You have reached the limit for this.',
  refusedOpen: 'Another payment for this is still open.',
  codeUnknown: 'We don’t know this code.',
  codeLimit: 'This code has been used already.',
  codeExpired: 'This code has expired.',
  codeRegion: 'This code is not available in your region.',
  codeTitle: 'Redeem a code',
  codePromoTitle: 'Use a promo code',
  codeLabel: 'Your code',
  codeCheck: 'Check code',
  codeRedeem: 'Redeem',
  codeApply: 'Apply to cart',
  codeKeep: 'Use with my next order',
  codeUnlock: 'Unlock',
  codeRemove: 'Remove code',
  codeChecking: 'Checking your code…',
  codeSending: 'One moment…',
  codeEmpty: 'Enter a code first.',
  codeCharacters: 'Codes have letters and digits only. Check what you entered.',
  codeTooLong: 'This is too long for a code. Check what you entered.',
  codeGrouped: 'Did you mean {code}?',
  codeUngroup: 'Use {code}',
  codeOthers: 'You pasted several codes. This is the first one; enter the others after it.',
  codeUnknownHint: 'We don’t know this code. Check each character, and capital and small letters.',
  codeLimitHint: 'This code has been used already. If that was you, the items are in your inventory.',
  codeUsedByYou: 'You have used this code already. The items are in your inventory.',
  codeRegionHint: 'This code, or something that it gives, is not available in your region.',
  codeWrongKind: 'This is another kind of code, which cannot be used here.',
  codeGone: 'What this code gives is no longer available.',
  codeCart: 'Your cart is empty, or has something that can’t be bought. Fill your cart, then apply the code.',
  codeTooMany: 'Too many tries. Please wait a moment.',
  codeTooManyFor: 'Too many tries. You can try again in {seconds} seconds.',
  codeUnreachable: 'We could not reach the server, and nothing was used. Try again.',
  codeOffline: 'You are offline, and nothing was used. Codes work again once you are back online.',
  codeSignedOut: 'Sign in to use a code.',
  codeOther: 'This code cannot be used. Please ask support.',
  codeSupport: 'This code cannot be used. If you ask support, name the number {number}.',
  codeMayBeApplied: 'We could not find out whether this worked. Trying again is safe.',
  codeGives: 'Your code gives you:',
  codeGivesUnlisted: 'Your code is a gift. You will see what is in it.',
  codePromo: 'A promo code for your purchase:',
  codeUnlocks: 'This code unlocks a special offer.',
  codeForCheckout: 'This is a promo code for a purchase. Enter it at the checkout.',
  codeForItems: 'This code gives items for free. Enter it where gift codes are redeemed.',
  codeKindUnknown: 'This code is valid, but it cannot be used here.',
  codeDiscount: '{percent}% off',
  codeItemDiscounts: 'Discounts on {count} items',
  codeUnspent: 'It is not used until you have paid.',
  codeFor: 'For the account',
  codeFinal: 'This can’t be undone.',
  codeChoose: 'Choose a platform first.',
  codeChooseOf: 'Choose for {item}',
  codeApplied: 'Your code is applied to your cart.',
  codeAppliedAt: 'Your code is applied. Your cart is {price} now.',
  codeAppliedDown: 'Your code is applied. Your cart is {price} now, not {before}.',
  codeKept: 'Your code goes with your next order of an item.',
  codeUnlocked: 'Unlocked. Look at the offers: your code goes with your next order.',
  codeRedeemed: 'Redeemed! These are yours now:',
  codeRedeemedUnlisted: 'Redeemed! Look in your inventory.',
  codeProbable: 'Probably yours: check your inventory. The answer was lost, and the code is used up now.',
  codeUncertain: 'We couldn’t find out whether the code was redeemed. Check your inventory, or try again.',
  codeMayGive: 'The code gives:',
  codeReceiptOf: 'Code {code}',
  codeUnkept: 'We couldn’t save this on your device. Check your inventory before you leave the page.',
  codeAgain: 'Try the code again',
  codeHistory: 'Your codes ({count})',
  codeHistoryRedeemed: 'Redeemed',
  codeHistoryProbable: 'Probably redeemed',
  codeHistoryUnknown: 'Not certain',
  refusedHost: 'The game does not answer.',
  refusedAborted: 'It was stopped.',
  nounClan: 'clan',
  nounGuild: 'guild',
  nounFaction: 'faction',
  nounCommunity: 'community',
  nounTeam: 'team',
  nounSquad: 'squad',
  nounAlliance: 'alliance',
  nounAssociation: 'association',
  nounCoalition: 'coalition',
  nounUnion: 'union',
  nounGroup: 'group',
  nounCivilization: 'civilization',
  nounDynasty: 'dynasty',
  nounOrder: 'order',
  nounLeague: 'league',
  nounBrotherhood: 'brotherhood',
  nounKingdom: 'kingdom',
  nounOrganization: 'organization',
  nounHouse: 'house',
  nounEmpire: 'empire',
  nounTribe: 'tribe',
  nounCartel: 'cartel',
} as const;

export type MessageKey = keyof typeof english;

/** All our texts in one language. */
export type Messages = Readonly<Record<MessageKey, string>>;

/** The language of the element that is being rendered: the `locale` of its session, and our texts in it. */
let spoken: {readonly locale: string; readonly texts?: TextTable | undefined} = {locale: ''};

/** From now on, `messages` are those for this locale; called once before each render, which reads many of them. */
export function speak(locale: string): void {
  spoken = {locale, texts: textsFor(locale)};
}

/** What the page has added may be anything. */
function textIn(key: string): string | undefined {
  const text: unknown = spoken.texts?.[key];
  return typeof text === 'string' ? text : undefined;
}

/** Our texts in the language that is spoken: those that the page has added, else English. Read them while rendering. */
export const messages = Object.defineProperties(
  {},
  Object.fromEntries(
    Object.entries(english).map(([key, text]) => [key, {get: () => textIn(key) ?? text, enumerable: true}]),
  ),
) as Messages;

/**
 * A message with its placeholders filled. Numbers are formatted in the language of the words, as close to `locale` as
 * that allows: no sentence is in two languages.
 */
export function fill(
  message: string,
  values: Readonly<Record<string, string | number>>,
  locale: string = spoken.locale,
): string {
  const toText = (value: string | number = ''): string =>
    typeof value === 'number' ? formatNumber(value, localeOfWords(locale)) : value;
  return message.replace(/\{(\w+)(?::([^}]*))?\}/g, (_whole, name: string, forms?: string) =>
    forms === undefined ? toText(values[name]) : pluralForm(forms, Number(values[name]), localeOfWords(locale)),
  );
}

const pluralRules = new Map<string, Pick<Intl.PluralRules, 'select'>>();
/** For engines and test pages whose `Intl` lacks a part. */
const plainRules: Pick<Intl.PluralRules, 'select'> = {select: count => (count === 1 ? 'one' : 'other')};

/** The one of `one=point|other=points` that goes with the number. */
function pluralForm(forms: string, count: number, locale: string): string {
  const byCategory = new Map(forms.split('|').map(form => form.split('=') as [string, string]));
  const rules = cached(pluralRules, locale, plainRules, tag => new Intl.PluralRules(tag));
  return byCategory.get(rules.select(count)) ?? byCategory.get('other') ?? '';
}
