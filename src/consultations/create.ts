import type { Kysely } from 'kysely';
import { act } from '../audit/act.ts';
import { randomId } from '../db/ids.ts';
import type { Consultation, Schema } from '../db/schema.ts';
import { findPerson } from '../people/queries.ts';
import type { Who } from '../people/roles.ts';
import { emptyDefinition, type Definition } from '../surveys/definition.ts';
import { markStarts } from '../surveys/mark-rules.ts';
import { addSurveyVersion } from '../surveys/queries.ts';
import { copyFrom } from './copy-from.ts';
import { addConsultation, addTeamMember, slugsLike } from './queries.ts';
import { planOf } from './plan.ts';
import { startOriginal } from './said-rules.ts';
import { freeSlug, slugFrom } from './slug-rules.ts';

/** `like`: another consultation, of which it is a copy but for its dates. */
type Given = { title: string; definition?: Definition; like?: Consultation; now: Temporal.Instant };

/**
 * A new consultation of the officer's own organisation, with its address, a survey (empty unless a definition or another
 * consultation is given), and the officer on its team. They are its key contact until they name another. Gives its row.
 */
export async function createConsultation(
  db: Kysely<Schema>,
  who: Pick<Who, 'id' | 'organisationId'>,
  given: Given,
): Promise<Consultation> {
  const id = randomId();
  const now = given.now.toString({ smallestUnit: 'millisecond' });
  const doing = { person: who, act: 'create consultation', subject: { kind: 'consultation', id }, now: given.now };
  return act(db, doing, async tx => {
    const wanted = slugFrom(given.title);
    const slug = freeSlug(wanted, await slugsLike(tx, wanted));
    const maker = await findPerson(tx, who.id);
    const contact = { key_contact_name: maker?.name ?? '', key_contact_email: maker?.email ?? '' };
    const row = {
      ...(given.like ? planLike(given.like) : emptyPlan),
      ...contact,
      id,
      slug,
      title: given.title,
      organisation_id: who.organisationId,
    };
    const consultation = { ...row, created_at: now, created_by: who.id };
    await addConsultation(tx, consultation);
    await addTeamMember(tx, { consultation_id: id, person_id: who.id, added_by: who.id, added_at: now });
    const copied = given.like ? await copyFrom(tx, given.like, consultation) : null;
    const definition = given.definition ?? copied ?? emptyDefinition();
    await addSurveyVersion(tx, {
      id: randomId(),
      consultation_id: id,
      number: 1,
      definition: JSON.stringify(
        markStarts(definition, startOriginal(planOf(given.like ?? consultation, []), definition)),
      ),
      created_at: now,
      created_by: who.id,
      published_at: null,
    });
    return consultation;
  });
}

const PROMISED = new Set(['opens_on', 'closes_on', 'outcome_on']);

/** A plan like another one's. Its dates were promised for that one alone. */
function planLike(other: Consultation): typeof emptyPlan {
  const same = (Object.keys(emptyPlan) as (keyof typeof emptyPlan)[]).filter(key => !PROMISED.has(key));
  return { ...emptyPlan, ...Object.fromEntries(same.map(key => [key, other[key]])) };
}

const USUAL_MONTHS = 12;

const emptyPlan = {
  purpose: '',
  background: '',
  can_change: '',
  cannot_change: '',
  level: '',
  level_reason: '',
  scope: '',
  who_decides: '',
  confidentiality: '',
  confidentiality_words: '',
  audience: '',
  minutes: null,
  key_contact_phone: '',
  opens_on: null,
  closes_on: null,
  content_warning: '',
  support_links: '',
  exit_address: '',
  outcome_on: null,
  retention_months: USUAL_MONTHS,
  safeguarding_name: '',
  safeguarding_email: '',
};
