import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Database, Db } from '../db/dialect.ts';
import type { OutboxMail } from '../db/schema.ts';
import { claimDueMail, hasDueMail, markFailed, markGivenUp, markSent, removeMail } from './queries.ts';
import { dueAgain } from './retries.ts';
import type { Transport } from './transports.ts';

/** Whether a mail still stands, asked just before it is sent, by its cause. A mail that doesn't is dropped. */
export type Standing = Readonly<Record<string, (db: Db, mail: OutboxMail) => Promise<boolean>>>;

export type Delivery = {
  db: Database;
  config: Pick<Config, 'mailFrom'>;
  log: Logger;
  now(): Temporal.Instant;
  partnership(): Promise<{ name: string }>;
  transport: Transport;
  standing: Standing;
  /** True once the process wants to end: the batch in hand is the last. */
  ending(): boolean;
};

const BATCH = 20;
// Longer than a batch can take with the transport's own time limits.
const CLAIM_MINUTES = 10;

/** Sends everything that is due. Returns when nothing is left, or after the batch in hand when the process ends. */
export async function deliverDueMail(delivery: Delivery): Promise<void> {
  while (!delivery.ending()) {
    const now = delivery.now();
    const due = { now: iso(now), abandonedBefore: iso(now.subtract({ minutes: CLAIM_MINUTES })) };
    if (!(await hasDueMail(delivery.db.read, due))) return;
    const mails = await delivery.db.write.transaction().execute(tx => claimDueMail(tx, { ...due, most: BATCH }));
    if (mails.length === 0) return;
    await Promise.all(mails.map(mail => deliver(delivery, mail)));
  }
}

async function deliver(delivery: Delivery, mail: OutboxMail): Promise<void> {
  const { db, config, transport } = delivery;
  const stands = delivery.standing[mail.cause];
  const { id, recipient: to, subject, text, html, created_at: date } = mail;
  const { name } = await delivery.partnership();
  try {
    if (stands && !(await stands(db.read, mail))) return await removeMail(db.write, id);
    await transport.send({ id, from: { name, address: config.mailFrom }, to, subject, text, html, date });
  } catch (error) {
    return setBack(delivery, mail, codeOf(error));
  }
  // A process that dies just here sends it once more, under the same Message-ID.
  await (mail.forget_at ? removeMail(db.write, id) : markSent(db.write, id, iso(delivery.now())));
}

async function setBack({ db, log, now }: Delivery, mail: OutboxMail, error: string): Promise<void> {
  const again = dueAgain(now(), mail.tries);
  const facts = { mail: mail.id, cause: mail.cause, tries: mail.tries, error };
  if (again) {
    log.warn(facts, 'mail not sent yet');
    return markFailed(db.write, mail.id, error, iso(again));
  }
  log.error(facts, 'mail given up');
  return markGivenUp(db.write, mail.id, error, iso(now()));
}

// A server's own words often repeat the address, so only its codes are kept.
function codeOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const codes = [code, responseCode].filter(part => typeof part === 'string' || typeof part === 'number');
  return codes.join(' ') || 'failed';
}

const iso = (instant: Temporal.Instant) => instant.toString({ smallestUnit: 'millisecond' });
