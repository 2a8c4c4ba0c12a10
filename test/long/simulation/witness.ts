import type {Receipt, Reward} from '../../../src/model.js';

/** What must never be. */
export type Finding = {
  readonly kind:
    | 'lost silently'
    | 'phantom'
    | 'another player'
    | 'shown again'
    | 'two updates at once'
    | 'out of bounds'
    | 'rejected'
    | 'at no rest';
  readonly what: string;
};

/** Sees what the server grants and what the player is shown, and holds the one against the other. */
export type Witness = {
  readonly findings: Finding[];
  /** Granted, and in no receipt: the player was told that something may be missing. */
  readonly told: number;
  /** A receipt that may be incomplete was shown. */
  readonly doubted: boolean;
  /** A line of the story, for who reads it. */
  note(line: string): void;
  find(kind: Finding['kind'], what: string): void;
  /** `switchId` is the switch that asked for it; none for a step that the player claimed. */
  granted(rewards: readonly Reward[], switchId?: string): void;
  /** Receipts on the screen. */
  shown(receipts: readonly Receipt[]): void;
  /** The player looks at the screen. */
  looked(receipts: readonly Receipt[]): void;
  /** The player sees an error in place of this switch's receipt. */
  warned(id: string): void;
  /** The receipt is closed, and that is on the disk. */
  acknowledged(id: string): void;
  /** `isRecovering`: the player is told that a switch is being looked up. */
  close(isRecovering: boolean): void;
};

type Counts = Map<string, number>;

export function createWitness(note: (line: string) => void): Witness {
  const findings: Finding[] = [];
  const all: Counts = new Map();
  const bySwitch = new Map<string, Counts>();
  const seen = new Map<string, Receipt>();
  const acknowledged = new Set<string>();
  const warned = new Set<string>();
  let told = 0;
  let doubted = false;
  const find = (kind: Finding['kind'], what: string): void => {
    findings.push({kind, what});
    note(`FOUND ${kind}: ${what}`);
  };

  const checkReceipt = ({id, rewards, complete}: Receipt): void => {
    doubted ||= !complete;
    if (acknowledged.has(id)) find('shown again', id);
    const real = rewards.filter(({source}) => source !== 'expected');
    const never = beyond(count(real), all);
    if (never.length) find('phantom', `${id}: ${never}`);
  };

  return {
    findings,
    get told() {
      return told;
    },
    get doubted() {
      return doubted;
    },
    find,
    note,
    granted(rewards, switchId) {
      note(`granted to ${switchId ?? 'a claim'}: ${rewards.map(keyOf)}`);
      for (const reward of rewards) add(all, keyOf(reward));
      if (switchId === undefined || !rewards.length) return;
      const counts = bySwitch.get(switchId) ?? new Map<string, number>();
      for (const reward of rewards) add(counts, keyOf(reward));
      bySwitch.set(switchId, counts);
    },
    shown: receipts => receipts.forEach(checkReceipt),
    looked(receipts) {
      for (const receipt of receipts) {
        seen.set(receipt.id, receipt);
        if (acknowledged.has(receipt.id)) find('shown again', `${receipt.id} is still there`);
      }
    },
    warned: id => void warned.add(id),
    acknowledged(id) {
      note(`acknowledged: ${id}`);
      acknowledged.add(id);
    },
    close(isRecovering) {
      for (const [id, granted] of bySwitch) {
        const receipt = seen.get(id);
        const missing = beyond(granted, count(receipt?.rewards ?? []));
        if (!missing.length) continue;
        if (receipt ? !receipt.complete : isRecovering || warned.has(id)) told++;
        else find('lost silently', `${id}: ${missing} of ${[...granted.keys()]}; ${JSON.stringify(receipt)}`);
      }
    },
  };
}

function keyOf({sku, quantity}: Reward): string {
  return `${quantity ?? 1} ${sku}`;
}

function add(counts: Counts, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function count(rewards: readonly Reward[]): Counts {
  const counts: Counts = new Map();
  for (const reward of rewards) add(counts, keyOf(reward));
  return counts;
}

/** What there is more of in the first than in the second. */
function beyond(these: Counts, those: Counts): readonly string[] {
  return [...these].filter(([key, number]) => number > (those.get(key) ?? 0)).map(([key]) => key);
}
