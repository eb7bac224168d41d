import { readPartnership } from '../charters/partnership.ts';
import type { Db } from '../db/dialect.ts';
import { randomId } from '../db/ids.ts';
import type { OutboxMail } from '../db/schema.ts';
import { isAddress } from './address.ts';
import type { MailPart } from './parts.ts';
import { addMails } from './queries.ts';
import { renderMail } from './render.ts';
import { wakeMail } from './wake.ts';

export type { MailPart } from './parts.ts';

export type Mail = {
  /** One checked address. */
  to: string;
  subject: string;
  lines: readonly MailPart[];
  /** Why it is sent, a short noun: `sign-in link`, `acknowledgement`. Stays in the record of what was sent. */
  cause: string;
  /** What it is about, such as the consultation's id; null when it is about nobody's record. */
  subjectId: string | null;
  /** For mails with a private link: the row goes on delivery, or after so many hours. */
  forgetAfterHours?: number;
  now: Temporal.Instant;
};

/** Puts one mail into the outbox, in the transaction of its cause. Throws unless `to` is exactly one address. */
export function queueMail(tx: Db, mail: Mail): Promise<void> {
  return queueMails(tx, [mail]);
}

/** Many at once: a row and a message for each recipient (W18). */
export async function queueMails(tx: Db, mails: readonly Mail[]): Promise<void> {
  if (mails.length === 0) return;
  const site = await readPartnership(tx);
  await addMails(
    tx,
    mails.map(mail => rowOf(mail, renderMail(mail, site))),
  );
  wakeMail();
}

function rowOf(mail: Mail, texts: { text: string; html: string }): OutboxMail {
  if (!isAddress(mail.to)) throw new Error(`A mail '${mail.cause}' has no single address to go to.`);
  const now = mail.now.toString({ smallestUnit: 'millisecond' });
  return {
    id: randomId(),
    recipient: mail.to,
    subject: mail.subject.replace(/\s+/g, ' ').trim(),
    ...texts,
    cause: mail.cause,
    subject_id: mail.subjectId,
    forget_at: mail.forgetAfterHours === undefined ? null : forgetAt(mail.now, mail.forgetAfterHours),
    created_at: now,
    due_at: now,
    tries: 0,
    claimed_at: null,
    sent_at: null,
    given_up_at: null,
    last_error: '',
  };
}

function forgetAt(now: Temporal.Instant, hours: number): string {
  return now.add({ seconds: Math.round(hours * 3600) }).toString({ smallestUnit: 'millisecond' });
}
