import type { Kysely, Transaction } from 'kysely';
import { randomId } from '../db/ids.ts';
import type { Schema } from '../db/schema.ts';
import { addAudit, growStamp } from './queries.ts';

export type Doing = {
  /** Who does it; null for the clock. */
  person: { id: string } | null;
  /** What is done, a short verb phrase: `publish consultation`. */
  act: string;
  subject: { kind: string; id: string };
  /** Facts worth keeping. Never what a family wrote, nor an address. */
  detail?: Record<string, string | number>;
  now: Temporal.Instant;
};

/**
 * One act of an officer: the change and its audit row in one transaction. Every act may change a public page,
 * so it grows the stamp by which kept pages are dropped.
 */
export function act<T>(db: Kysely<Schema>, doing: Doing, change: (tx: Transaction<Schema>) => Promise<T>): Promise<T> {
  return db.transaction().execute(async tx => {
    const result = await change(tx);
    await addAudit(tx, {
      id: randomId(),
      at: doing.now.toString({ smallestUnit: 'millisecond' }),
      person_id: doing.person?.id ?? null,
      act: doing.act,
      subject_kind: doing.subject.kind,
      subject_id: doing.subject.id,
      detail: JSON.stringify(doing.detail ?? {}),
    });
    await growStamp(tx);
    return result;
  });
}
