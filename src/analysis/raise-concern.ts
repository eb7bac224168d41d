import { act } from '../audit/act.ts';
import { randomId } from '../db/ids.ts';
import type { Consultation } from '../db/schema.ts';
import { queueMail, type MailPart } from '../mail/write.ts';
import type { Who } from '../people/roles.ts';
import type { Deps } from '../web/deps.ts';
import { addConcern, findSameConcern } from './concern-queries.ts';

export type Worry = { responseId: string; question: string; note: string };

/**
 * Passes a worrying answer to the consultation's safeguarding lead: a row, its audit and a mail in one transaction. The
 * mail holds nothing of the answer, only where to read it. Gives the concern's id; the same worry again gives the same.
 */
export async function raiseConcern(deps: Deps, who: Who, row: Consultation, worry: Worry): Promise<string> {
  const { responseId: response_id, question, note } = worry;
  const before = await findSameConcern(deps.db.write, { response_id, question, note });
  if (before) return before.id;
  const { urgentWords } = await deps.partnership();
  const id = randomId();
  const now = deps.now();
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
    });
    await queueMail(tx, {
      to: row.safeguarding_email,
      subject: `Please read: a worry about an answer to ‘${row.title}’`,
      lines: mailLines(row, who, `${deps.config.publicUrl}/desk/consultations/${row.id}/concerns/${id}`, urgentWords),
      cause: 'concern',
      subjectId: id,
      now,
    });
  });
  return id;
}

function mailLines(row: Consultation, who: Who, href: string, urgentWords: string): MailPart[] {
  const contact = [row.key_contact_name, row.key_contact_phone, row.key_contact_email].filter(Boolean).join(', ');
  return [
    { paragraph: `Dear ${row.safeguarding_name},` },
    { paragraph: `${who.name} read an answer to ‘${row.title}’ and is worried about it.` },
    { paragraph: 'To protect the person who wrote it, this mail holds nothing of the answer. Sign in to read it.' },
    { link: { text: 'Read the answer', href } },
    { paragraph: `If you can’t sign in, contact ${contact}.` },
    ...(urgentWords ? [{ paragraph: urgentWords }] : []),
  ];
}
