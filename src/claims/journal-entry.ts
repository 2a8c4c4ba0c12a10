import type {JournalEntry, Tombstone} from './record.js';

/** An entry, and whether a durable place is known to have exactly this version. */
export type Kept = JournalEntry & {readonly durable: boolean};

/** Decides which of two copies counts. */
export function unite(old: Kept | undefined, found: Kept): Kept {
  if (!old || isNewer(found, old)) return found;
  if (old.seq !== found.seq || old.durable || !found.durable) return old;
  // Two writes with one number: the copy in a durable place wins, since the next page will find it, too. First clans
  // never tie.
  const isSame = JSON.stringify(old.record) === JSON.stringify(found.record);
  return isSame || !isNewer(old, found) ? found : old;
}

export function isClosed(record: JournalEntry['record']): record is Tombstone {
  return record.state === 'void' || record.state === 'acked';
}

/** `acked` wins; then the higher number, whatever the clocks say. Of two first clans, the one seen first wins. */
function isNewer({seq, record}: JournalEntry, old: JournalEntry): boolean {
  if ((record.state === 'acked') !== (old.record.state === 'acked')) return record.state === 'acked';
  if (seq !== old.seq) return seq > old.seq;
  if (record.state !== 'clan' || old.record.state !== 'clan') return false;
  // A mark without a time is from a switch, or was written before marks had a time.
  return old.record.since !== undefined && (record.since ?? '') < old.record.since;
}
