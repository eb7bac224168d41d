import { auditOf } from '../audit/queries.ts';
import { formatShortDay, londonDay } from '../calendar/london.ts';
import { lineInWords, type LineStation } from '../charters/line.ts';
import type { Db } from '../db/dialect.ts';
import type { Audit, Consultation } from '../db/schema.ts';
import { findPerson } from '../people/queries.ts';
import { hasAny, type Who } from '../people/roles.ts';
import { listWaiting } from '../unusual/queries.ts';
import type { Today } from './card-rules.ts';
import { dateFindings } from './date-rules.ts';
import { factsOf, factsOfOne, hasDates, type ConsultationFacts } from './facts.ts';
import { tell, type Detail, type Told } from './log-rules.ts';
import { nextInWords } from './next-rules.ts';
import { readDefinition } from '../surveys/definition.ts';
import { editionAdvice, type EditionAdvice } from '../surveys/edition-advice-rules.ts';
import type { Finding } from '../words/checks/finding-rules.ts';
import type { KeptWords } from '../word-reasons/blocks.ts';
import { countGaps, readiness, type Readiness } from './publish.ts';
import { startOriginal } from './said-rules.ts';
import { isOnTeam, listForOfficer, listTeam } from './queries.ts';
import { consultationState, type ConsultationState } from './state.ts';
import { listUnseenWorries } from './team-queries.ts';
import { lookAheadDays, todayTasks, type Task } from './today-rules.ts';

/** What every desk page of one consultation shows at its top. */
export type DeskHead = {
  id: string;
  slug: string;
  title: string;
  state: ConsultationState;
  isPublic: boolean;
  /** False hides what the team alone may open. */
  onTeam?: boolean;
};

export function deskHead({ row, dates }: ConsultationFacts, today: string): DeskHead {
  const state = consultationState(dates, today);
  return { id: row.id, slug: row.slug, title: row.title, state, isPublic: dates.publishedOn !== null };
}

/** The same for pages that officers outside the team may open too. */
export async function headFor(db: Db, who: Who, facts: ConsultationFacts, today: string): Promise<DeskHead> {
  return { ...deskHead(facts, today), onTeam: await isOnTeam(db, who.id, facts.row.id) };
}

export type DeskRow = DeskHead & { next: string };
/** `ours`: closed, so that it is our turn to reply and decide. */
export type DeskView = { tasks: Task[]; planned: DeskRow[]; open: DeskRow[]; ours: DeskRow[]; decided: DeskRow[] };

/** What waits for this officer, and their consultations with the next date of each. */
export async function readDesk(db: Db, who: Who, given: Today): Promise<DeskView> {
  const all = await factsOf(db, await listForOfficer(db, who));
  const worries = new Map((await listUnseenWorries(db, who.id)).map(each => [each.id, each]));
  const everywhere = hasAny(who, ['administrator']);
  const asides = new Map((await listWaiting(db, { id: who.id, everywhere })).map(each => [each.id, each]));
  const waiting = await Promise.all(
    all.map(async facts => ({
      ...(await waitingOf(db, facts, given.today)),
      worries: waitedOf(worries.get(facts.row.id)),
      asides: waitedOf(asides.get(facts.row.id)),
    })),
  );
  const rows = all.map(facts => ({ ...deskHead(facts, given.today), next: nextInWords(facts.dates, given) }));
  const inState = (...states: ConsultationState[]) => rows.filter(row => states.includes(row.state));
  return {
    tasks: todayTasks(waiting, given),
    planned: inState('draft', 'opening-soon'),
    open: inState('open', 'closing-today'),
    ours: inState('closed', 'acknowledged'),
    decided: inState('decided'),
  };
}

async function waitingOf(db: Db, facts: ConsultationFacts, today: string) {
  const { row, dates } = facts;
  const state = consultationState(dates, today);
  const soon = Temporal.PlainDate.from(today).add({ days: lookAheadDays }).toString();
  const opensSoon = state === 'draft' && dates.opensOn !== '' && dates.opensOn <= soon;
  const gaps = opensSoon ? countGaps((await readiness(db, row.id, today)).gaps) : 0;
  return { id: row.id, title: row.title, dates, state, gaps };
}

const waitedOf = (found: { count: number; since: string } | undefined) =>
  found ? { count: found.count, since: londonDay(found.since) } : null;

/** What somebody did, and where it can be seen. */
export type LogLine = Told & { when: string; who: string };

export type Overview = DeskHead & {
  stations: LineStation[];
  gaps: Readiness['gaps'];
  /** What may be a slip in its dates, before they are promised. */
  slips: Finding[];
  /** What its editions lack, before it is published. */
  editions: EditionAdvice[];
  /** Words that stay as they are, and why. */
  kept: KeptWords[];
  /** The plan was written on since it was last published. */
  hasUnpublished: boolean;
  team: { id: string; name: string; post: string }[];
  log: LogLine[];
};

/** Where one consultation stands and what it needs. */
export async function readOverview(
  db: Db,
  who: Who,
  row: Consultation,
  given: Today & { published: string | undefined },
): Promise<Overview> {
  const facts = await factsOfOne(db, row);
  const ready = await readiness(db, row.id, given.today);
  const head = await headFor(db, who, facts, given.today);
  return {
    ...head,
    stations: hasDates(facts) ? lineInWords(facts.dates, given, given.say) : [],
    gaps: ready.gaps,
    slips: facts.dates.publishedOn === null ? dateFindings(row, given) : [],
    editions: facts.dates.publishedOn === null ? editionsOf(ready) : [],
    kept: ready.kept,
    hasUnpublished: given.published !== undefined && given.published !== JSON.stringify(ready.plan),
    team: await listTeam(db, row.id),
    log: await logOf(db, row.id, { today: given.today, onTeam: head.onTeam === true }),
  };
}

function editionsOf({ plan, survey }: Readiness): EditionAdvice[] {
  const definition = readDefinition(survey.definition);
  return editionAdvice(definition, startOriginal(plan, definition));
}

const MOST_LINES = 8;
const MOST_ACTS = 40;

/** The latest acts. The same thing done again and again by one person on one day is told once. */
async function logOf(db: Db, id: string, { today, onTeam }: { today: string; onTeam: boolean }): Promise<LogLine[]> {
  const acts = await auditOf(db, 'consultation', id, MOST_ACTS);
  const names = await namesOf(db, acts);
  const lines = acts.map(each => ({
    when: formatShortDay(londonDay(each.at), today),
    who: names.get(each.person_id ?? '') ?? 'The clock',
    ...tell(each.act, JSON.parse(each.detail) as Detail, { today, names, onTeam }),
  }));
  const isSame = (one: LogLine | undefined, other: LogLine) => JSON.stringify(one) === JSON.stringify(other);
  return lines.filter((line, at) => !isSame(lines[at - 1], line)).slice(0, MOST_LINES);
}

/** Of everybody who did these acts, or to whom they were done. */
async function namesOf(db: Db, acts: readonly Audit[]): Promise<Map<string, string>> {
  const named = acts.flatMap(each => [each.person_id, (JSON.parse(each.detail) as Detail)['person']]);
  const ids = [...new Set(named.filter(id => typeof id === 'string'))];
  const people = await Promise.all(ids.map(id => findPerson(db, id)));
  return new Map(people.flatMap(person => (person ? [[person.id, person.name] as const] : [])));
}
