import { addAudit } from '../audit/queries.ts';
import { deskHead, type DeskHead } from '../consultations/desk-view.ts';
import type { ConsultationFacts } from '../consultations/facts.ts';
import { randomId } from '../db/ids.ts';
import type { Contact } from '../db/schema.ts';
import type { MailPart } from '../mail/write.ts';
import type { Who } from '../people/roles.ts';
import { listContacts } from '../responses/news/queries.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { page } from '../web/render.ts';
import { listed } from './recipient-rules.ts';

/** What a list for post and phone is for: `path` follows the consultation's desk address, `parts` are to write or say. */
export type ListFor = { heading: string; back: { path: string; words: string }; parts: readonly MailPart[] };

type ListView = ListFor & { head: DeskHead; contacts: Contact[] };

const listPage = page<ListView>('acknowledgements/list');

/** Shows whom to reach on paper or by phone, and keeps who looked. For the team of the consultation alone. */
export async function showContactList(
  c: Ctx,
  deps: Deps,
  who: Who,
  facts: ConsultationFacts,
  given: ListFor,
): Promise<Response> {
  const contacts = listed(await listContacts(deps.db.read, facts.row.id));
  await noteReading(deps, who, facts.row.id);
  const title = `${given.heading}: ${facts.row.title}`;
  return listPage(c, { ...given, head: deskHead(facts, deps.today()), contacts }, { title, area: 'desk' });
}

async function noteReading(deps: Deps, who: Who, consultationId: string): Promise<void> {
  await addAudit(deps.db.write, {
    id: randomId(),
    at: deps.now().toString({ smallestUnit: 'millisecond' }),
    person_id: who.id,
    act: 'read addresses for post and phone',
    subject_kind: 'consultation',
    subject_id: consultationId,
    detail: '{}',
  });
}
