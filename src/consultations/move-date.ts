import { mailable } from '../acknowledgements/recipient-rules.ts';
import { stopHref } from '../acknowledgements/stop.ts';
import { act } from '../audit/act.ts';
import { londonDay } from '../calendar/london.ts';
import { lineInWords } from '../charters/line.ts';
import type { Db } from '../db/dialect.ts';
import { randomId } from '../db/ids.ts';
import type { Consultation } from '../db/schema.ts';
import { queueMails } from '../mail/write.ts';
import type { Who } from '../people/roles.ts';
import { listContacts } from '../responses/news/queries.ts';
import type { Deps } from '../web/deps.ts';
import { factsOfOne } from './facts.ts';
import { todayOf } from './lists.ts';
import type { PromisedDate } from './move-rules.ts';
import { movedLetter, type MovedFacts } from './moved-letter.ts';
import { addDateChange, lockConsultation, updateConsultation } from './queries.ts';

export type Move = { which: PromisedDate; was: string; to: string; reason: string };

/** What the act needs of the app. */
export type Tools = Pick<Deps, 'db' | 'config' | 'now' | 'partnership' | 'say'>;

/** Somebody else moved the date since it was looked at. */
export class MovedAlready extends Error {}

/**
 * Moves a promised date and keeps the reason, which the public page shows and everybody reads who left an email address
 * for news (W12, W15). Throws MovedAlready.
 */
export function moveDate(
  tools: Tools,
  who: Pick<Who, 'id'>,
  id: string,
  { which, was, to, reason }: Move,
): Promise<void> {
  const now = tools.now();
  const subject = { kind: 'consultation', id };
  const detail: Record<string, string | number> = { which, was, to };
  return act(tools.db.write, { person: who, act: 'move date', subject, detail, now }, async tx => {
    const row = await lockConsultation(tx, id);
    if (row?.[which] !== was) throw new MovedAlready('The date was moved by somebody else.');
    await updateConsultation(tx, id, { [which]: to });
    await addDateChange(tx, {
      id: randomId(),
      consultation_id: id,
      which,
      was,
      now: to,
      reason,
      changed_at: now.toString({ smallestUnit: 'millisecond' }),
      changed_by: who.id,
    });
    const moved = { ...row, [which]: to };
    detail.mailed = await tellContacts(tx, tools, moved, { which, was, now: to, reason }, now);
  });
}

/** One message for each email address, in the transaction of the move (W18). Gives how many. */
async function tellContacts(
  tx: Db,
  tools: Tools,
  row: Consultation,
  move: MovedFacts['move'],
  now: Temporal.Instant,
): Promise<number> {
  const { config, say } = tools;
  const facts = await movedFacts(tx, { ...tools, today: () => londonDay(now) }, row, move);
  const pageHref = `${config.publicUrl}/consultations/${row.slug}`;
  const mails = mailable(await listContacts(tx, row.id)).map(contact => ({
    to: contact.address,
    ...movedLetter({ ...facts, pageHref, stopHref: stopHref(config, contact) }, say),
    cause: 'date moved',
    subjectId: row.id,
    now,
  }));
  await queueMails(tx, mails);
  return mails.length;
}

/** What there is to tell of a move, with every date as it stands in this row. */
export async function movedFacts(
  db: Db,
  tools: Pick<Deps, 'partnership' | 'today' | 'say'>,
  row: Consultation,
  move: MovedFacts['move'],
): Promise<MovedFacts> {
  const given = await todayOf(tools);
  const { dates } = await factsOfOne(db, row);
  return { title: row.title, move, stations: lineInWords(dates, given, given.say), today: given.today };
}
