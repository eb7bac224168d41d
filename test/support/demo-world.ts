import { londonDay } from '../../src/calendar/london.ts';
import { createConsultation } from '../../src/consultations/create.ts';
import { findBySlug, latestVersion, updateConsultation } from '../../src/consultations/queries.ts';
import type { Config } from '../../src/config.ts';
import type { Database, Dialect } from '../../src/db/dialect.ts';
import { hashToken, randomToken } from '../../src/db/ids.ts';
import { quietPlaces } from '../../src/demo/content/quiet-places.ts';
import { shortBreaks } from '../../src/demo/content/short-breaks.ts';
import type { DemoIds } from '../../src/demo/ids.ts';
import { loadDemo } from '../../src/demo/load.ts';
import { changeWords } from '../../src/media/change.ts';
import { findMedia } from '../../src/media/queries.ts';
import { addSession } from '../../src/people/queries.ts';
import { saveEntry, type Draft } from '../../src/outcomes/entries.ts';
import { saveDefinition } from '../../src/surveys/queries.ts';
import { aPicture, aRecording, aVideo, keepFile, someCaptions } from './media.ts';
import type { Visitor } from './visitor.ts';
import { createWorld, type World } from './world.ts';

export type DemoWorld = World & { ids: DemoIds };

/** The demo's partnership, with a consultation in every state, behind a clock that a test can turn. */
export async function createDemoWorld(dialect: Dialect, settings: Partial<Config> = {}): Promise<DemoWorld> {
  let ids: DemoIds | undefined;
  const world = await createWorld(dialect, '2026-11-22', settings, async (db, now, config) => {
    ids = await loadDemo(db, config, londonDay(now));
    await addUnpublished(db, ids, now);
    await addFiles(db, ids, now);
    return { council: ids.organisations.get('council') ?? '', health: ids.organisations.get('nhs') ?? '' };
  });
  if (!ids) throw new Error('The demo was not loaded.');
  return Object.assign(world, { ids });
}

/** The demo shows what is public; what is still being written on the desk is added here: a plan, and an outcome. */
async function addUnpublished(db: Database, ids: DemoIds, now: Temporal.Instant): Promise<void> {
  const today = londonDay(now);
  const who = { id: ids.people.get('officer') ?? '', organisationId: ids.organisations.get('council') ?? '' };
  const { id } = await createConsultation(db.write, who, { title: 'A plan that is being written', now });
  await updateConsultation(db.write, id, { opens_on: '2027-01-11', closes_on: '2027-02-12', outcome_on: '2027-04-16' });
  const version = await latestVersion(db.write, id);
  await saveDefinition(db.write, version?.id ?? '', JSON.stringify(shortBreaks(today).survey));
  const themed = await findBySlug(db.write, quietPlaces(today).plan.slug);
  await saveEntry({ db: db.write, who, now }, themed?.id ?? '', null, draft);
  // Its answer was due last Tuesday, and nobody has said why.
  await updateConsultation(db.write, themed?.id ?? '', { outcome_on: '2026-11-17' });
}

/** A video with all its words for what is being written, and a picture and a wordless recording where people answer. */
async function addFiles(db: Database, ids: DemoIds, now: Temporal.Instant): Promise<void> {
  const who = { id: ids.people.get('officer') ?? '' };
  const open = await findBySlug(db.write, shortBreaks(londonDay(now)).plan.slug);
  const planned = await findBySlug(db.write, 'a-plan-that-is-being-written');
  await keepFile(db, who, { consultationId: open?.id ?? '', alt: 'A pool with a ramp', now }, await aPicture());
  await keepFile(db, who, { consultationId: open?.id ?? '', alt: 'Question 1, read aloud', now }, aRecording());
  const given = { consultationId: planned?.id ?? '', alt: 'Question 1, signed', now };
  const video = await findMedia(db.write, await keepFile(db, who, given, aVideo));
  const words = { alt: given.alt, language: 'en', transcript: 'Hello.\n\nWhat would help?', captions: someCaptions };
  if (video) await changeWords(db.write, who, video, words, now);
}

const draft: Draft = {
  ...{ heading: 'Somewhere quiet', youSaid: 'You want a quiet place that is easy to find.', decision: 'will' },
  ...{ words: 'We will put up signs.', why: 'You asked for it.', owner: 'Dana Whitlock', dueOn: '2027-03-01' },
  ...{ doneOn: null, themes: [], serviceChanges: [] },
};

/** Somebody of the demo, by their key in its content, signed in. */
export async function signInAs(world: DemoWorld, key: string): Promise<Visitor> {
  const personId = world.ids.people.get(key) ?? '';
  const token = randomToken();
  const row = { tokenHash: hashToken(token), personId, now: world.deps.now().toString() };
  await addSession(world.db.write, { ...row, expiresAt: '2099-01-01T00:00:00.000Z' });
  const visitor = world.visitor();
  visitor.cookies.set('session', { value: token, path: '/' });
  return visitor;
}
