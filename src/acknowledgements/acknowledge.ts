import { act } from '../audit/act.ts';
import { londonDay } from '../calendar/london.ts';
import { lineInWords } from '../charters/line.ts';
import { factsOfOne } from '../consultations/facts.ts';
import { listLateReasons, lockConsultation } from '../consultations/queries.ts';
import type { Db } from '../db/dialect.ts';
import { randomId } from '../db/ids.ts';
import type { Acknowledgement, Consultation } from '../db/schema.ts';
import { queueMails } from '../mail/write.ts';
import type { Who } from '../people/roles.ts';
import { listContacts } from '../responses/news/queries.ts';
import type { Deps } from '../web/deps.ts';
import { acknowledgementLetter } from './letter.ts';
import { addAcknowledgement, findAcknowledgement, replaceLateReason } from './queries.ts';
import { countWays, mailable } from './recipient-rules.ts';
import { stopHref } from './stop.ts';

/** `reason`: why it is late; empty when it is in time, or when the reason that was given before is the whole one. */
export type Reply = { words: string; reason: string };

/** What the act needs of the app. */
export type Tools = Pick<Deps, 'db' | 'config' | 'now' | 'partnership' | 'calendar' | 'say'>;

class AlreadyDone extends Error {}

/**
 * Acknowledges everybody who left a way to be reached, in one act (W13): the row that the public page shows, the reason
 * when it is late, and one message a recipient. Once only: whoever comes second gets what was done the first time.
 * Call it after the close; the routes refuse before.
 */
export async function acknowledge(
  tools: Tools,
  who: Pick<Who, 'id'>,
  row: Consultation,
  reply: Reply,
): Promise<Acknowledgement> {
  const now = tools.now();
  // Filled in by the act itself, which alone knows how many there are.
  const detail: Record<string, string | number> = {};
  const subject = { kind: 'consultation', id: row.id };
  try {
    return await act(tools.db.write, { person: who, act: 'acknowledge', subject, detail, now }, async tx => {
      await lockConsultation(tx, row.id);
      const done = await record(tx, who.id, row, reply, now);
      detail.mailed = done.mailed;
      detail.listed = done.listed;
      if (reply.reason) Object.assign(detail, await giveReason(tx, done, reply.reason));
      await sendLetters(tx, tools, row, done, now);
      return done;
    });
  } catch (error) {
    const done = error instanceof AlreadyDone ? await findAcknowledgement(tools.db.write, row.id) : undefined;
    if (!done) throw error;
    return done;
  }
}

async function record(tx: Db, by: string, { id }: Consultation, reply: Reply, now: Temporal.Instant) {
  const counts = countWays(await listContacts(tx, id));
  const at = now.toString({ smallestUnit: 'millisecond' });
  const done: Acknowledgement = {
    id: randomId(),
    consultation_id: id,
    acknowledged_at: at,
    acknowledged_by: by,
    words: reply.words,
    mailed: counts.email,
    listed: counts.post + counts.phone,
  };
  if (!(await addAcknowledgement(tx, done))) throw new AlreadyDone();
  return done;
}

/** The newest reason is what the public reads; gives the one before, if it was another, for the audit. */
async function giveReason(tx: Db, done: Acknowledgement, reason: string): Promise<{ reasonBefore?: string }> {
  const { consultation_id, acknowledged_at: given_at, acknowledged_by: given_by } = done;
  const before = (await listLateReasons(tx, [consultation_id])).find(each => each.promise === 'acknowledgement');
  if (before?.reason === reason) return {};
  await replaceLateReason(tx, { consultation_id, promise: 'acknowledgement', reason, given_at, given_by });
  return before ? { reasonBefore: before.reason } : {};
}

async function sendLetters(tx: Db, tools: Tools, row: Consultation, done: Acknowledgement, now: Temporal.Instant) {
  const { say, config } = tools;
  const [{ charter }, calendar, { dates }] = [
    await tools.partnership(),
    await tools.calendar(),
    await factsOfOne(tx, row),
  ];
  const line = { today: londonDay(now), calendar, days: charter.clocks.acknowledgementWorkingDays };
  const stations = lineInWords(dates, line, say);
  const pageHref = `${config.publicUrl}/consultations/${row.slug}`;
  const contacts = mailable(await listContacts(tx, row.id));
  const mails = contacts.map(contact => {
    const letter = { title: row.title, words: done.words, stations, pageHref, stopHref: stopHref(config, contact) };
    const about = { cause: 'acknowledgement', subjectId: row.id, now };
    return { to: contact.address, ...acknowledgementLetter(letter, say), ...about };
  });
  await queueMails(tx, mails);
}
