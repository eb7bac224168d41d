import { savePartnership } from '../../src/charters/queries.ts';
import { worcestershire } from '../../src/charters/presets/worcestershire.ts';
import { createConsultation } from '../../src/consultations/create.ts';
import { publishConsultation } from '../../src/consultations/publish.ts';
import { savePeople, savePlan } from '../../src/consultations/save-plan.ts';
import type { Database } from '../../src/db/dialect.ts';
import { hashToken, randomId, randomToken } from '../../src/db/ids.ts';
import { addGrant, addOrganisation, addPerson, addSession } from '../../src/people/queries.ts';
import { addContact } from '../../src/responses/news/queries.ts';
import { changeSurvey } from '../../src/surveys/save-survey.ts';
import { usualPlan, usualSurvey } from '../support/consultations.ts';

// The partnership that is tortured: written before the server starts, and a little more before each round.

export type Officer = { id: string; organisationId: string; session: string };

export async function makePartnership(db: Database, now: Temporal.Instant): Promise<Officer> {
  const at = now.toString({ smallestUnit: 'millisecond' });
  await savePartnership(db.write, {
    name: 'Working together in Brackenshire',
    strapline: 'Tell us what works and what does not.',
    help_phone: '01632 960 123',
    help_hours: '',
    help_email: 'help@brackenshire.example',
    post_address: 'SEND team, County Hall, Brackenshire',
    urgent_words: 'If a child is in danger now, call 999.',
    child_phone: '',
    privacy_words: 'Brackenshire County Council looks after your answers.',
    strong_colour: '#0b5c5e',
    charter: JSON.stringify(worcestershire),
  });
  const officer = { id: randomId(), organisationId: randomId(), session: randomToken() };
  await addOrganisation(db.write, { id: officer.organisationId, name: 'Council', kind: 'council', created_at: at });
  const person = { id: officer.id, organisation_id: officer.organisationId, name: 'Sam', email: 'sam@council.example' };
  await addPerson(db.write, { ...person, post: 'Officer', created_at: at, ended_at: null });
  await addGrant(db.write, officer.id, 'officer', null, at);
  const session = { tokenHash: hashToken(officer.session), personId: officer.id, now: at };
  await addSession(db.write, { ...session, expiresAt: '2099-01-01T00:00:00.000Z' });
  return officer;
}

/** A published consultation that opened `days` ago (UTC days) and closes `length` days after that. */
export async function publish(
  db: Database,
  officer: Officer,
  now: Temporal.Instant,
  { days, length, title }: { days: number; length: number; title: string },
): Promise<{ id: string; slug: string }> {
  const then = now.subtract({ hours: 24 * days });
  const today = then.toZonedDateTimeISO('Europe/London').toPlainDate();
  const { id, slug } = await createConsultation(db.write, officer, { title, now: then });
  const dates = { closes_on: today.add({ days: length }).toString(), outcome_on: today.add({ days: 90 }).toString() };
  await savePlan(db.write, officer, id, { ...usualPlan(today.toString()), ...dates, title }, then);
  await savePeople(db.write, officer, id, [{ name: 'Rowan', role: 'Lead', why: 'Reads every answer.' }], then);
  await changeSurvey(db.write, officer, id, () => usualSurvey, then);
  await publishConsultation(db.write, officer, id, then);
  return { id, slug };
}

/** A consultation that has just closed, with people who wait for an answer by email. */
export async function publishClosed(
  db: Database,
  officer: Officer,
  now: Temporal.Instant,
  round: number,
  people: number,
) {
  const closed = await publish(db, officer, now, { days: 30, length: 28, title: `Closed in round ${round}` });
  const addresses = Array.from({ length: people }, (_, at) => `round${round}person${at}@home.example`);
  for (const address of addresses) {
    const contact = { id: randomId(), consultation_id: closed.id, way: 'email', name: '', address };
    await db.write.transaction().execute(tx => addContact(tx, contact));
  }
  return { ...closed, addresses };
}
