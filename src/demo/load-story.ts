import { acknowledge } from '../acknowledgements/acknowledge.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { addLateReason, findConsultation } from '../consultations/queries.ts';
import type { Consultation } from '../db/schema.ts';
import { changeOutcome } from '../outcomes/change.ts';
import { saveEntry } from '../outcomes/entries.ts';
import { publishOutcomes } from '../outcomes/publish.ts';
import { randomId } from '../db/ids.ts';
import type { Kept } from './answer-rows.ts';
import type { DemoConsultation, DemoOutcome } from './content/index.ts';
import { atNine, type DemoIds, type DemoTools } from './ids.ts';
import { findComment, loadReading } from './load-reading.ts';
import { insertRows } from './queries.ts';

export type Story = {
  consultationId: string;
  who: { id: string; organisationId: string };
  responses: readonly Kept[];
  ids: DemoIds;
  /** The app's tools as they were on a day, at nine. */
  toolsAt(day: string): DemoTools;
};

/** What came of the answers: themes, concerns, the acknowledgement, outcomes and their changes, each on its own day. */
export async function loadStory(given: DemoConsultation, story: Story, today: string): Promise<void> {
  const { db } = story.toolsAt(today);
  const row = await findConsultation(db.write, story.consultationId);
  if (!row) throw new Error('The consultation is there.');
  await loadReasons(given, story);
  await loadAcknowledgement(given, story, row);
  const themes = await loadReading(db, given, story);
  if (given.outcomes.length > 0) await loadOutcomes(given, story, row, themes);
}

async function loadReasons({ lateReasons }: DemoConsultation, story: Story): Promise<void> {
  for (const { promise, reason, givenOn } of lateReasons) {
    if (givenOn === null) continue;
    const given = { reason, given_at: atNine(givenOn).toString(), given_by: story.who.id };
    await addLateReason(story.toolsAt(givenOn).db.write, { consultation_id: story.consultationId, promise, ...given });
  }
}

async function loadAcknowledgement(given: DemoConsultation, story: Story, row: Consultation): Promise<void> {
  if (!given.acknowledgement) return;
  const { words, daysFromDue } = given.acknowledgement;
  const tools = story.toolsAt(given.plan.closesOn);
  const [{ charter }, calendar] = [await tools.partnership(), await tools.calendar()];
  const days = charter.clocks.acknowledgementWorkingDays + daysFromDue;
  const on = addWorkingDays(given.plan.closesOn, days, calendar);
  const reason =
    given.lateReasons.find(each => each.promise === 'acknowledgement' && each.givenOn === null)?.reason ?? '';
  await acknowledge(story.toolsAt(on), story.who, row, { words, reason });
}

async function loadOutcomes(given: DemoConsultation, story: Story, row: Consultation, themes: Map<string, string>) {
  const day = given.outcomesPublishedOn;
  if (day === null) return;
  const tools = story.toolsAt(day);
  const by = { db: tools.db.write, who: story.who, now: tools.now() };
  const entries = new Map<string, string>();
  for (const outcome of given.outcomes) {
    const id = await saveEntry(by, row.id, null, draftOf(outcome, story, themes));
    entries.set(outcome.key, id);
    await loadQuotes(tools, outcome, id, story);
  }
  const reason = given.lateReasons.find(each => each.promise === 'outcome')?.reason ?? '';
  await publishOutcomes(tools, story.who, row, { reason });
  for (const { on, outcome: key, change, reason: why } of given.updates) {
    const outcome = given.outcomes.find(each => each.key === key);
    if (!outcome) continue;
    const next = { ...draftOf({ ...outcome, ...change }, story, themes), reason: why };
    await changeOutcome(story.toolsAt(on), story.who, row, entries.get(key) ?? '', next);
  }
}

function draftOf(outcome: DemoOutcome, { ids }: Story, themes: Map<string, string>) {
  const { heading, youSaid, decision, words, why, owner, dueOn, doneOn } = outcome;
  return {
    ...{ heading, youSaid, decision, words, why, owner, dueOn, doneOn },
    themes: outcome.themes.map(key => themes.get(key) ?? ''),
    serviceChanges: outcome.serviceChanges.map(key => ids.serviceChanges.get(key) ?? ''),
  };
}

async function loadQuotes(
  { db }: DemoTools,
  { quotes }: DemoOutcome,
  outcomeId: string,
  { responses }: Story,
): Promise<void> {
  const rows = quotes.flatMap(comment => {
    const response = findComment(responses, comment);
    const question = comment.split('/')[0] ?? '';
    const words = response?.answers[question];
    return response && typeof words === 'string'
      ? { id: randomId(), outcome_id: outcomeId, response_id: response.id, question, words }
      : [];
  });
  await insertRows(db.write, 'quotes', rows);
}
