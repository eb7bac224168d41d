import { recount } from '../../src/analysis/recount.ts';
import type { Database } from '../../src/db/dialect.ts';
import { hashToken } from '../../src/db/ids.ts';
import type { Told } from './family.ts';

/** Everything that is wrong after a round, in sentences; empty when nothing was lost. */
export async function lookForLosses(
  db: Database,
  consultationId: string,
  told: readonly Told[],
  received: ReadonlyMap<string, number>,
): Promise<string[]> {
  return [
    ...(await lostAnswers(db, consultationId, told)),
    ...(await wrongTallies(db, consultationId)),
    ...(await lostMails(db, received)),
  ];
}

async function lostAnswers(db: Database, consultationId: string, told: readonly Told[]): Promise<string[]> {
  const rows = await db.read
    .selectFrom('responses')
    .select(['token_hash', 'reference', 'answers'])
    .where('consultation_id', '=', consultationId)
    .execute();
  const byWords = Map.groupBy(rows, row => (JSON.parse(row.answers) as { q5?: string }).q5 ?? '');
  return told.flatMap(({ token, reference, words }) => {
    const mine = byWords.get(words) ?? [];
    const [row] = mine;
    if (mine.length !== 1) return [`The answer ${reference} is there ${mine.length} times.`];
    const same = row?.reference === reference && row.token_hash === hashToken(token);
    return same ? [] : [`The answer ${reference} is there under another reference or link.`];
  });
}

async function wrongTallies(db: Database, consultationId: string): Promise<string[]> {
  const differences = await recount(db.read, consultationId);
  return differences.map(each => `A tally is ${each.kept} and should be ${each.counted}: ${JSON.stringify(each)}`);
}

async function lostMails(db: Database, received: ReadonlyMap<string, number>): Promise<string[]> {
  const rows = await db.read.selectFrom('outbox').select(['recipient', 'sent_at']).execute();
  const wanted = new Set(rows.map(row => row.recipient));
  const lost = [...wanted].filter(recipient => !received.has(recipient));
  const strangers = [...received.keys()].filter(recipient => !wanted.has(recipient));
  return [
    ...lost.map(recipient => `The mail to ${recipient} was never delivered.`),
    ...strangers.map(recipient => `${recipient} was sent a mail that nobody wrote.`),
  ];
}

export async function mailsWaiting(db: Database): Promise<number> {
  const rows = await db.read.selectFrom('outbox').select('id').where('sent_at', 'is', null).execute();
  return rows.length;
}
