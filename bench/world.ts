import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { addToTallies, countResponses } from '../src/analysis/tally-queries.ts';
import { recount } from '../src/analysis/recount.ts';
import { renewSnapshots } from '../src/analysis/snapshots.ts';
import { londonDay } from '../src/calendar/london.ts';
import { readPartnership } from '../src/charters/partnership.ts';
import { readConfig } from '../src/config.ts';
import { latestVersion } from '../src/consultations/queries.ts';
import type { Database } from '../src/db/dialect.ts';
import { hashToken, randomId, randomReference, randomToken } from '../src/db/ids.ts';
import { migrate } from '../src/db/migrate.ts';
import { openDatabase } from '../src/db/open.ts';
import type { Draft, Response } from '../src/db/schema.ts';
import { createChance, type Chance } from '../src/demo/chance.ts';
import { charterReview } from '../src/demo/content/charter-review.ts';
import type { DemoConsultation } from '../src/demo/content/index.ts';
import type { DemoIds, DemoTools } from '../src/demo/ids.ts';
import { loadConsultation } from '../src/demo/load-consultation.ts';
import { loadDemo } from '../src/demo/load.ts';
import { insertRows } from '../src/demo/queries.ts';
import { growStamp } from '../src/audit/queries.ts';
import { startSession } from '../src/people/sessions.ts';
import { findBySlug } from '../src/consultations/queries.ts';
import { addResponses } from '../src/responses/queries.ts';
import { countedAs, tallyRows, type Version } from '../src/responses/settle-rules.ts';
import { createSay } from '../src/words/catalogue.ts';
import { someAnswers, survey } from './survey.ts';

/** An open consultation with the bench's survey and so many responses. */
export type Filled = { id: string; slug: string; responses: number; version: Version };

/** The demo's partnership, the consultations added to it, and the cookie of an officer on their team. */
export type World = { filled: Filled[]; cookie: string };

/** A draft that is complete: what its browser holds, and what its form names. */
export type Prepared = { token: string; draft: string };

const MOST_ROWS = 1000;

/** Fills a new database in this folder. `sizes` gives the number of responses of each consultation. */
export async function makeWorld(folder: string, sizes: readonly number[]): Promise<World> {
  mkdirSync(folder, { recursive: true });
  const db = openDatabase(databaseIn(folder));
  await migrate(db);
  const now = Temporal.Now.instant();
  const today = londonDay(now);
  const config = readConfig({});
  const ids = await loadDemo(db, config, today);
  const tools = toolsOf(db, now);
  const filled: Filled[] = [];
  for (const size of sizes) filled.push(await addConsultation(tools, ids, today, size));
  await renewSnapshots(tools);
  await growStamp(db.write);
  const session = await startSession(db.write, ids.people.get('officer') ?? '', now);
  await db.close();
  return { filled, cookie: `session=${session}` };
}

/** The same database once more, in a folder of its own. Nobody may have it open. */
export function copyWorld(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  copyFileSync(databaseIn(from), databaseIn(to));
}

export const databaseIn = (folder: string): string => join(folder, 'bench.db');

function toolsOf(db: Database, now: Temporal.Instant): DemoTools {
  const partnership = () => readPartnership(db.read);
  const calendar = async () => (await partnership()).calendar;
  return { db, config: readConfig({}), now: () => now, partnership, calendar, say: createSay('plain') };
}

async function addConsultation(tools: DemoTools, ids: DemoIds, today: string, size: number): Promise<Filled> {
  const { write } = tools.db;
  const given = consultationOf(today, size);
  await loadConsultation(given, { ids, toolsAt: () => tools }, today);
  const row = await findBySlug(write, given.plan.slug);
  const version = row && (await latestVersion(write, row.id));
  if (!row || !version) throw new Error('The consultation is there.');
  const found = {
    id: row.id,
    slug: row.slug,
    responses: size,
    version: { id: version.id, number: 1, definition: survey },
  };
  await fill(tools.db, found, Temporal.PlainDate.from(given.plan.opensOn));
  return found;
}

function consultationOf(today: string, size: number): DemoConsultation {
  const like = charterReview(today);
  const plan = { ...like.plan, slug: `bench-${size}`, title: `What ${size} families told us` };
  const contacts = { email: 0, post: 0, phone: 0 };
  const profile = { responses: 0, channels: { online: 1 }, contacts, mayQuote: 0, answers: {} };
  return { ...like, key: plan.slug, plan, survey, profile };
}

/** Responses as sending would have left them, over the ten days since it opened. */
async function fill({ write }: Database, { id, responses, version }: Filled, opened: Temporal.PlainDate) {
  const chance = createChance('bench');
  const days = Array.from({ length: 10 }, (_, at) => opened.add({ days: at }).toString());
  for (let done = 0; done < responses; done += MOST_ROWS) {
    const count = Math.min(MOST_ROWS, responses - done);
    const rows = Array.from({ length: count }, (_, at) => responseOf(id, version, days[at % 10] ?? '', chance));
    const deltas = rows.flatMap(row => countedAs(row, version, 1));
    await write.transaction().execute(async tx => {
      await addResponses(tx, rows);
      await addToTallies(tx, tallyRows(id, deltas));
    });
  }
}

const responseOf = (consultationId: string, version: Version, day: string, chance: Chance): Response => ({
  id: randomId(),
  consultation_id: consultationId,
  version_id: version.id,
  token_hash: hashToken(randomToken()),
  reference: randomReference(),
  channel: 'online',
  edition: 'plain',
  day,
  answers: JSON.stringify(withoutSkipped(someAnswers(chance))),
  changed_on: null,
  withdrawn_on: null,
  words_erased_on: null,
  unusual: null,
  set_aside_on: null,
});

const withoutSkipped = (answers: object) =>
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== null));

/** Adds so many complete drafts and gives their tokens. */
export async function addDrafts(folder: string, of: Filled, count: number): Promise<Prepared[]> {
  const chance = createChance('bench drafts');
  const prepared = Array.from({ length: count }, () => ({ token: randomToken(), draft: randomId() }));
  const rows = prepared.map(each => draftOf(each, of, chance));
  const db = openDatabase(databaseIn(folder));
  await db.write.transaction().execute(tx => insertRows(tx, 'drafts', rows));
  await db.close();
  return prepared;
}

function draftOf({ token, draft }: Prepared, { id, version }: Filled, chance: Chance): Draft {
  // A family's few minutes ago: what is sent at once looks unusual, which is counted once more.
  const at = Temporal.Now.instant().subtract({ minutes: 10 }).toString({ smallestUnit: 'millisecond' });
  return {
    id: draft,
    token_hash: hashToken(token),
    consultation_id: id,
    version_id: version.id,
    response_id: null,
    answers: JSON.stringify(someAnswers(chance)),
    begun_at: at,
    shortened_at: null,
    forget_at: null,
    saved_at: at,
  };
}

/** Throws unless `sent` responses were added to those of the beginning and every count is right. */
export async function checkSent(folder: string, { id, responses }: Filled, sent: number): Promise<void> {
  const db = openDatabase(databaseIn(folder));
  const differences = await recount(db.read, id);
  const counted = (await countResponses(db.read, [id])).get(id);
  await db.close();
  if (differences.length > 0) throw new Error(`${differences.length} counts are not what the responses say.`);
  if (counted !== responses + sent) throw new Error(`${counted} responses are there, not ${responses} + ${sent}.`);
}
