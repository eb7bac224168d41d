import { mailable } from '../acknowledgements/recipient-rules.ts';
import { stopHref } from '../acknowledgements/stop.ts';
import { londonDay } from '../calendar/london.ts';
import type { Db } from '../db/dialect.ts';
import type { Consultation } from '../db/schema.ts';
import { queueMails } from '../mail/write.ts';
import { listContacts } from '../responses/news/queries.ts';
import type { Deps } from '../web/deps.ts';
import type { PublishedEntry } from './content-rules.ts';
import { outcomesLetter } from './letters.ts';

/** What the acts here need of the app. */
export type Tools = Pick<Deps, 'db' | 'config' | 'now' | 'calendar' | 'say'>;

/** Tells everybody who left an email address what is new on the page, one message a recipient (W14, W18). */
export async function tellContacts(
  tx: Db,
  tools: Tools,
  row: Consultation,
  told: { entries: readonly PublishedEntry[]; news: 'first' | 'change'; now: Temporal.Instant },
): Promise<number> {
  const { config, say } = tools;
  const contacts = mailable(await listContacts(tx, row.id));
  const pageHref = `${config.publicUrl}/you-said-we-did/${row.slug}`;
  const facts = { title: row.title, entries: told.entries, news: told.news, today: londonDay(told.now), pageHref };
  const mails = contacts.map(contact => ({
    to: contact.address,
    ...outcomesLetter({ ...facts, stopHref: stopHref(config, contact) }, say),
    cause: told.news === 'first' ? 'outcomes' : 'outcomes changed',
    subjectId: row.id,
    now: told.now,
  }));
  await queueMails(tx, mails);
  return mails.length;
}
