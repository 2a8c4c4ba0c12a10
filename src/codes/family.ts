import {Notebook} from '../claims/notebook.js';
import {SessionReceipts} from '../claims/session-receipts.js';
import type {Attached, Family, SessionContext} from '../session/context.js';
import {setStore} from '../set-store.js';
import {playerStore} from '../storage/player-store.js';
import type {CodeReceipt, Codes} from './codes.js';
import {type CodeNote, stageOf} from './note.js';
import {PlayerCodes} from './player-codes.js';
import {PlayerReceipts} from './receipts.js';
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
  const receipts = new SessionReceipts<CodeReceipt, PlayerReceipts>({
    create: name => createReceipts(session, name),
    wake: () => void player().wake(),
  });
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
      acknowledge: async id => receipts.current?.acknowledge(id),
    },
  };
  return {
    members,
    setPlayer: name => receipts.setPlayer(name),
    refresh: () => receipts.refresh(),
    destroy: () => receipts.destroy(),
  };
}

function createReceipts({clock, storage}: SessionContext, name: string): PlayerReceipts {
  const store = playerStore(name, storage);
  const notebook = new Notebook<CodeNote>({player: name, store, folder: 'liveops/codes', stageOf});
  return new PlayerReceipts({name, notebook, clock});
}
