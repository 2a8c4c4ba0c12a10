import type {Attached, Family, SessionContext} from '../session/context.js';
import type {Codes} from './codes.js';
import {setStore} from '../set-store.js';
import {PlayerCodes} from './player-codes.js';
import {SessionReceipts} from './session-receipts.js';
import {Tries} from './tries.js';

/** What codes add to a session. */
export type CodeMembers = {
  /** Verifies and redeems coupons, and applies promo codes. */
  readonly codes: Codes;
};

export const codes: Family<CodeMembers> = {name: 'codes', attach};

function attach(session: SessionContext): Attached<CodeMembers> {
  const tries = new Tries(() => session.clock.now());
  let life: AbortSignal | undefined;
  let current: PlayerCodes | undefined;
  const player = (): PlayerCodes => {
    const now = session.life();
    // The next player neither waits for the tries of the one before, nor gets their promises.
    if (!current || now !== life) {
      if (current) tries.reset();
      current = new PlayerCodes(session, tries, name => receipts.of(name));
    }
    life = now;
    return current;
  };
  const receipts = new SessionReceipts(session, () => void player().wake());
  const members: CodeMembers = {
    codes: {
      verify: code => player().verify(code),
      rewards: code => player().rewards(code),
      redeem: (code, options = {}) => player().redeem(code, options),
      applyPromoCode: (code, options = {}) => player().apply(code, options),
      removePromoCode: (options = {}) => player().remove(options),
      keepPromoCode: code => player().keep(code),
      dropPromoCode: () => setStore(session.$promoCode, undefined),
      $promoCode: session.$promoCode,
      $receipts: receipts.$receipts,
      acknowledge: id => receipts.acknowledge(id),
    },
  };
  return {
    members,
    setPlayer: name => receipts.setPlayer(name),
    refresh: () => receipts.refresh(),
    destroy: () => receipts.destroy(),
  };
}
