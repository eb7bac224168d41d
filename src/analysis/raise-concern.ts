import { act } from '../audit/act.ts';
import type { Db } from '../db/dialect.ts';
import { randomId } from '../db/ids.ts';
import type { Consultation } from '../db/schema.ts';
import { queueMail, type MailPart } from '../mail/write.ts';
import type { Who } from '../people/roles.ts';
import type { Deps } from '../web/deps.ts';
import { concernLinkPath } from './concern-link.ts';
import { addConcern, findSameConcern, type RaisedConcern } from './concern-queries.ts';

export type Worry = { responseId: string; question: string; note: string };

const FORGET_MAIL_HOURS = 24;

/**
 * Passes a worrying answer to the consultation's safeguarding lead: a row, its audit and a mail in one transaction. The
 * mail holds nothing of the answer, only a private link to it. Gives the concern's id; the same worry again gives the same.
 */
export async function raiseConcern(deps: Deps, who: Who, row: Consultation, worry: Worry): Promise<string> {
  const { responseId: response_id, question, note } = worry;
  const before = await findSameConcern(deps.db.write, { response_id, question, note });
  if (before) return before.id;
  const id = randomId();
  const now = deps.now();
  const { urgentWords } = await deps.partnership();
  const doing = { person: who, act: 'raise concern', subject: { kind: 'concern', id }, now };
  await act(deps.db.write, doing, async tx => {
    await addConcern(tx, {
      id,
      consultation_id: row.id,
      response_id,
      question,
      note,
      raised_at: now.toString({ smallestUnit: 'millisecond' }),
      raised_by: who.id,
      seen_at: null,
      seen_by: null,
    });
    await mailLead(tx, deps, row, { id, raisedBy: who.name, urgentWords });
  });
  return id;
}

/** Mails the same link once more, while nobody has seen the worry. */
export async function mailConcernAgain(deps: Deps, who: Who, row: Consultation, concern: RaisedConcern): Promise<void> {
  if (concern.seen_at) return;
  const { id, raised_by_name: raisedBy } = concern;
  const { urgentWords } = await deps.partnership();
  const doing = { person: who, act: 'mail concern again', subject: { kind: 'concern', id }, now: deps.now() };
  await act(deps.db.write, doing, tx => mailLead(tx, deps, row, { id, raisedBy, urgentWords }));
}

type Told = { id: string; raisedBy: string; urgentWords: string };

function mailLead(tx: Db, { config, now }: Deps, row: Consultation, told: Told): Promise<void> {
  return queueMail(tx, {
    to: row.safeguarding_email,
    subject: `Please read: a worry about an answer to ‘${row.title}’`,
    lines: mailLines(row, told, `${config.publicUrl}${concernLinkPath(config, told.id)}`),
    cause: 'concern',
    subjectId: told.id,
    forgetAfterHours: FORGET_MAIL_HOURS,
    now: now(),
  });
}

function mailLines(row: Consultation, { raisedBy, urgentWords }: Told, href: string): MailPart[] {
  const contact = [row.key_contact_name, row.key_contact_phone, row.key_contact_email].filter(Boolean).join(', ');
  return [
    { paragraph: `Dear ${row.safeguarding_name},` },
    { paragraph: `${raisedBy} read an answer to ‘${row.title}’ and is worried about it.` },
    {
      paragraph:
        'To protect the person who wrote it, this mail holds nothing of the answer. This private link opens it:',
    },
    { link: { text: 'Read the answer', href } },
    { paragraph: 'You need no account. Please pass the link to nobody: whoever has it can read the answer.' },
    { paragraph: `To ask about it, contact ${contact}.` },
    ...(urgentWords ? [{ paragraph: urgentWords }] : []),
  ];
}
