import * as v from 'valibot';
import type {Reader} from '../answers/read.js';
import type {RecordPage} from './records.js';

/** A page of a list of promotions, whose rows are in the member of that name. */
export function pageOf<Answer>(member: 'items' | 'promotions', row: Reader<Answer>): Reader<RecordPage<Answer>> {
  const rows = v.object({[member]: v.array(row), total_promotions_count: v.optional(v.number())});
  return v.pipe(
    rows,
    v.transform(page => ({
      rows: page[member] as Answer[],
      total: page['total_promotions_count'] as number | undefined,
    })),
  );
}
