import { latestVersion } from '../../src/consultations/queries.ts';
import type { Db } from '../../src/db/dialect.ts';
import { consultations } from '../../src/demo/content/index.ts';
import { readDefinition, type Question } from '../../src/surveys/definition.ts';
import { listGlossary } from '../../src/glossary/queries.ts';
import type { DemoWorld } from './demo-world.ts';

/** The key of the consultation that only officers see. */
export const UNPUBLISHED = 'being-planned';

const PARTS = ['themes', 'outcomes', 'responses', 'concerns', 'contacts', 'events', 'media'] as const;

/** The parts of one consultation of the demo. */
export type Place = {
  id: string;
  slug: string;
  questions: string[];
  /** The first question of each kind. */
  kinds: Partial<Record<Question['kind'], string>>;
  /** The questions that are answered in words. */
  words: string[];
  /** Of the first outcome. */
  quotes: string[];
} & Record<Part, string[]>;
type Part = (typeof PARTS)[number];
export type Places = {
  of(key: string): Place;
  at(slug: string): Place;
  serviceChange: { id: string; slug: string; step: string };
  person: string;
  /** The first word of the glossary. */
  word: string;
};

/** Real ids for real addresses. Consultations go by their key in the demo's content. */
export async function findPlaces({ db, deps, ids }: DemoWorld): Promise<Places> {
  const keys = new Map(consultations(deps.today()).map(({ key, plan }) => [plan.slug, key]));
  const places = new Map<string, Place>();
  for (const { id, slug } of await db.read.selectFrom('consultations').select(['id', 'slug']).execute()) {
    places.set(keys.get(slug) ?? UNPUBLISHED, await placeAt(db.read, id, slug));
  }
  const of = (key: string): Place => {
    const place = places.get(key);
    if (!place) throw new Error(`There is no consultation '${key}'.`);
    return place;
  };
  const at = (slug: string): Place => of(keys.get(slug) ?? UNPUBLISHED);
  const changes = db.read.selectFrom('service_changes').select(['id', 'slug']).orderBy('slug');
  const change = await changes.executeTakeFirstOrThrow();
  const steps = db.read.selectFrom('service_change_steps').select('id').where('service_change_id', '=', change.id);
  const serviceChange = { ...change, step: (await steps.orderBy('position').executeTakeFirstOrThrow()).id };
  const word = (await listGlossary(db.read))[0]?.id ?? '';
  return { of, at, serviceChange, word, person: ids.people.get('nhs-officer') ?? '' };
}

async function placeAt(db: Db, id: string, slug: string): Promise<Place> {
  const idsIn = async (table: Part): Promise<[Part, string[]]> => {
    const found = await db.selectFrom(table).select('id').where('consultation_id', '=', id).orderBy('id').execute();
    return [table, found.map(row => row.id)];
  };
  const parts = Object.fromEntries(await Promise.all(PARTS.map(idsIn))) as Record<Part, string[]>;
  const { questions } = readDefinition((await latestVersion(db, id))?.definition ?? '');
  const kinds = Object.fromEntries(questions.map(each => [each.kind, each.id]).reverse()) as Place['kinds'];
  const words = questions.filter(question => question.kind.endsWith('-text'));
  const quotes = db
    .selectFrom('quotes')
    .select('id')
    .where('outcome_id', '=', parts.outcomes[0] ?? '');
  const quoted = (await quotes.execute()).map(row => row.id);
  return {
    ...parts,
    id,
    slug,
    quotes: quoted,
    kinds,
    questions: questions.map(each => each.id),
    words: words.map(each => each.id),
  };
}

const NOBODYS_TOKEN = 'x'.repeat(43);

const parts: Record<string, (place: Place, places: Places) => string | undefined> = {
  ':id': place => place.id,
  'service-changes/:id': (_place, places) => places.serviceChange.id,
  ':stepId': (_place, places) => places.serviceChange.step,
  'people/:id': (_place, places) => places.person,
  'service-changes/:slug': (_place, places) => places.serviceChange.slug,
  ':slug': place => place.slug,
  ':step': place => place.questions[0],
  ':question': place => place.words[0],
  ':theme': place => place.themes[0],
  ':outcomeId': place => place.outcomes[0],
  ':quoteId': place => place.quotes[0] ?? place.outcomes[0],
  'media/:id': place => place.media[0],
  ':media': place => place.media[0],
  ':concern': place => place.concerns[0],
  ':word': (_place, places) => places.word,
  ':person': (_place, places) => places.person,
  ':consultation': place => place.id,
  ':key': () => NOBODYS_TOKEN,
  ':n': () => '1',
  ':move': () => 'up',
  ':rule': () => 'norule',
  ':edition': () => 'plain',
  ':saved': () => 'nosaved',
  ':kind': () => 'choose-one',
  ':look': () => 'wide',
  ':sofar': () => 'e30',
  ':promise': () => 'outcome',
  ':response': place => place.responses[0],
  ':day': () => '2027-06-17',
  ':event': place => place.events[0],
  ':file': () => 'plain-standard.pdf',
  ':sheet': () => 'questions.csv',
  ':token': () => NOBODYS_TOKEN,
};

/**
 * A pattern of the site map with every part filled in from the first of these consultations that has them all; null
 * when none has (one without themes has no theme's page).
 */
export function fillPattern(pattern: string, keys: readonly string[], places: Places): string | null {
  for (const key of keys) {
    const filled = pattern
      .split('/')
      .map((segment, i, all) => fill(pattern, segment, all[i - 1])(places.of(key), places));
    if (!filled.includes(undefined)) return filled.join('/');
  }
  return null;
}

function fill(pattern: string, segment: string, before = ''): (place: Place, places: Places) => string | undefined {
  if (!segment.startsWith(':')) return () => segment;
  const name = segment.replace(/\{.*/, '');
  const find = parts[`${before}/${name}`] ?? parts[name];
  if (!find) throw new Error(`What stands for ${name} in ${pattern}? Say so in places.ts.`);
  return find;
}
