import type {JournalEntry, Tombstone} from './record.js';

/** An entry with whether a durable place is known to have just this one. */
export type Kept = JournalEntry & {readonly durable: boolean};

/** Which of two copies counts. */
export function unite(old: Kept | undefined, found: Kept): Kept {
  if (!old || isNewer(found, old)) return found;
  if (old.seq !== found.seq || old.durable || !found.durable) return old;
  // Two writes under one number: what a durable place has will be there on the next page, too. First clans never tie.
  const isSame = JSON.stringify(old.record) === JSON.stringify(found.record);
  return isSame || !isNewer(old, found) ? found : old;
}

export function isClosed(record: JournalEntry['record']): record is Tombstone {
  return record.state === 'void' || record.state === 'acked';
}

/** `acked` wins; then the higher number, whatever the clocks say. Of two first clans the one that was seen first. */
function isNewer({seq, record}: JournalEntry, old: JournalEntry): boolean {
  if ((record.state === 'acked') !== (old.record.state === 'acked')) return record.state === 'acked';
  if (seq !== old.seq) return seq > old.seq;
  if (record.state !== 'clan' || old.record.state !== 'clan') return false;
  // One without a time is of a switch, or was written before marks had one.
  return old.record.since !== undefined && (record.since ?? '') < old.record.since;
}
