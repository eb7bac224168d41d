import { createConsultation } from '../consultations/create.ts';
import { moveDate } from '../consultations/move-date.ts';
import { publishConsultation } from '../consultations/publish.ts';
import {
  addTeamMember,
  findConsultation,
  latestVersion,
  replaceConsultationPeople,
  updateConsultation,
} from '../consultations/queries.ts';
import { planOf } from '../consultations/plan.ts';
import { startOriginal } from '../consultations/said-rules.ts';
import type { Database } from '../db/dialect.ts';
import { randomId } from '../db/ids.ts';
import { beginVersion } from '../surveys/begin-version.ts';
import type { Definition } from '../surveys/definition.ts';
import { markStarts } from '../surveys/mark-rules.ts';
import { publishVersion } from '../surveys/publish-version.ts';
import { saveDefinition } from '../surveys/queries.ts';
import { contactRows, keepResponses, type Kept } from './answer-rows.ts';
import { demoResponses } from './answers.ts';
import { createChance } from './chance.ts';
import type { DemoConsultation } from './content/index.ts';
import { atNine, type DemoIds, type DemoTools } from './ids.ts';
import { loadStory } from './load-story.ts';
import { withPictures } from './load-pictures.ts';
import { loadEvent, loadTyping } from './load-typing.ts';
import { insertRows } from './queries.ts';

/** One consultation, by the same acts as an officer's, each at its own time; its answers, and what came of them. */
export async function loadConsultation(
  given: DemoConsultation,
  tools: { ids: DemoIds; toolsAt(day: string): DemoTools },
  today: string,
): Promise<void> {
  const { ids, toolsAt } = tools;
  const { db } = toolsAt(today);
  const who = { id: ids.people.get(given.createdBy) ?? '', organisationId: organisationOf(given, ids) };
  const created = Temporal.PlainDate.from(given.publishedOn).subtract({ days: 20 }).toString();
  const { id } = await createConsultation(db.write, who, { title: given.plan.title, now: atNine(created) });
  await writePlan(db, given, id);
  const team = given.team.map(key => ids.people.get(key) ?? '');
  for (const person of team) {
    const row = { consultation_id: id, person_id: person, added_by: who.id, added_at: atNine(created).toString() };
    await addTeamMember(db.write, row);
  }
  const version = await latestVersion(db.write, id);
  if (!version) throw new Error('A new consultation has a survey.');
  const drawn = { consultationId: id, person: who.id, now: atNine(created) };
  const survey = await withPictures(db.write, given.survey, given.pictures ?? [], drawn);
  await saveDefinition(db.write, version.id, JSON.stringify(await marked(db, id, survey)));
  await publishConsultation(db.write, who, id, atNine(given.publishedOn));
  await loadMove(given, { who, id, toolsAt });
  for (const later of given.laterSurveys ?? []) await loadVersion(db, who, id, later);
  const responses = demoResponses(given, today, createChance(given.key));
  const kept: Kept[] = await keepResponses(db.write, { consultationId: id, versionId: version.id }, given, responses);
  const isOpen = given.plan.closesOn >= today;
  await loadTyping(db.write, { consultationId: id, team, survey: given.survey, responses: kept, isOpen });
  if (given.profile.channels.event) {
    const on = given.plan.opensOn;
    await loadEvent(db.write, { consultationId: id, person: who.id, survey: given.survey, on });
  }
  await insertRows(db.write, 'contacts', contactRows(id, given));
  await loadStory(given, { consultationId: id, who, responses: kept, ids, toolsAt }, today);
}

const organisationOf = ({ organisation }: DemoConsultation, ids: DemoIds): string =>
  ids.organisations.get(organisation) ?? '';

type Moving = { who: { id: string }; id: string; toolsAt(day: string): DemoTools };

async function loadMove({ plan, movedClose }: DemoConsultation, { who, id, toolsAt }: Moving): Promise<void> {
  if (!movedClose) return;
  const { was, on, reason } = movedClose;
  await moveDate(toolsAt(on), who, id, { which: 'closes_on', was, to: plan.closesOn, reason });
}

type LaterSurvey = NonNullable<DemoConsultation['laterSurveys']>[number];

async function loadVersion(db: Database, who: { id: string }, consultationId: string, later: LaterSurvey) {
  const now = atNine(later.writtenOn);
  await beginVersion(db.write, who, consultationId, now);
  const versionId = (await latestVersion(db.write, consultationId))?.id ?? '';
  await saveDefinition(db.write, versionId, JSON.stringify(await marked(db, consultationId, later.survey)));
  if (later.isPublished) await publishVersion(db.write, who, { consultationId, versionId }, now);
}

/** As if its editions had been written beside this plan. */
async function marked(db: Database, id: string, survey: Definition): Promise<Definition> {
  const row = await findConsultation(db.write, id);
  return row ? markStarts(survey, startOriginal(planOf(row, []), survey)) : survey;
}

async function writePlan(db: Database, { plan, movedClose }: DemoConsultation, id: string): Promise<void> {
  await updateConsultation(db.write, id, {
    slug: plan.slug,
    purpose: plan.purpose,
    background: plan.background,
    can_change: plan.canChange,
    cannot_change: plan.cannotChange,
    level: plan.level,
    level_reason: plan.levelReason,
    scope: plan.scope,
    who_decides: plan.whoDecides,
    confidentiality: plan.confidentiality,
    confidentiality_words: plan.confidentialityWords,
    audience: plan.audience,
    minutes: plan.minutes,
    key_contact_name: plan.keyContactName,
    key_contact_email: plan.keyContactEmail,
    key_contact_phone: plan.keyContactPhone,
    opens_on: plan.opensOn,
    closes_on: movedClose?.was ?? plan.closesOn,
    outcome_on: plan.outcomeOn,
    retention_months: plan.retentionMonths,
    safeguarding_name: plan.safeguardingName,
    safeguarding_email: plan.safeguardingEmail,
    content_warning: plan.contentWarning ?? '',
    support_links: plan.supportLinks ?? '',
    exit_address: plan.exitAddress ?? '',
  });
  const people = plan.people.map((person, position) => ({ id: randomId(), consultation_id: id, position, ...person }));
  await replaceConsultationPeople(db.write, id, people);
}
