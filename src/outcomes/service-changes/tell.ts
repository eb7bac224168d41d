import { mailable } from '../../acknowledgements/recipient-rules.ts';
import { stopHref } from '../../acknowledgements/stop.ts';
import { formatDay, londonDay } from '../../calendar/london.ts';
import { findConsultation } from '../../consultations/queries.ts';
import type { Db } from '../../db/dialect.ts';
import type { ServiceChange } from '../../db/schema.ts';
import { queueMails, type MailPart } from '../../mail/write.ts';
import { latestPublications } from '../../publications/queries.ts';
import { listContacts } from '../../responses/news/queries.ts';
import type { Say } from '../../words/catalogue.ts';
import { readOutcomes } from '../content-rules.ts';
import type { Tools } from '../tell.ts';
import type { Step } from './content-rules.ts';

/**
 * Tells those whose consultations' published outcomes lead to this service change what is new among its steps: one
 * message a recipient, even when they took part in several.
 */
export async function tellOfSteps(
  tx: Db,
  tools: Tools,
  row: ServiceChange,
  steps: readonly Step[],
  now: Temporal.Instant,
): Promise<void> {
  if (steps.length === 0) return;
  const { config, say } = tools;
  const contacts = await contactsBehind(tx, row.id);
  const today = londonDay(now);
  const href = `${config.publicUrl}/service-changes/${row.slug}`;
  const mails = contacts.map(({ contact, consultation }) => ({
    to: contact.address,
    subject: say('outcomes.step-mail.subject', { title: row.title }),
    lines: [
      { paragraph: say('outcomes.step-mail.lead', { consultation, title: row.title }) },
      { list: steps.map(step => stepInWords(step, today, say)) },
      { link: { text: say('outcomes.step-mail.page'), href } },
      { paragraph: say('outcomes.mail.why-you') },
      { link: { text: say('outcomes.mail.stop'), href: stopHref(config, contact) } },
    ] satisfies MailPart[],
    cause: 'service change',
    subjectId: row.id,
    now,
  }));
  await queueMails(tx, mails);
}

async function contactsBehind(tx: Db, serviceChangeId: string) {
  const pages = await latestPublications(tx, 'outcomes');
  const ids = pages.filter(page => leadsTo(page.content, serviceChangeId)).map(page => page.subject_id);
  const found = [];
  for (const id of ids) {
    const consultation = (await findConsultation(tx, id))?.title ?? '';
    for (const contact of await listContacts(tx, id)) found.push({ ...contact, consultation });
  }
  return mailable(found).map(contact => ({ contact, consultation: contact.consultation }));
}

const leadsTo = (content: string, serviceChangeId: string): boolean =>
  readOutcomes(content).entries.some(entry => entry.serviceChanges.some(change => change.id === serviceChangeId));

function stepInWords({ words, dueOn, doneOn, lateReason }: Step, today: string, say: Say): string {
  const day = formatDay(doneOn ?? dueOn, today);
  const state = doneOn ? say('outcomes.state.done', { day }) : say('outcomes.state.will', { day });
  const reason = lateReason ? ` ${say('outcomes.reason', { reason: lateReason })}` : '';
  return `${state}: ${words}${reason}`;
}
