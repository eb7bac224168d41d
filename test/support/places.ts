import { consultations } from '../../src/demo/content/index.ts';
import type { DemoWorld } from './demo-world.ts';

/** The parts of one consultation of the demo. */
export type Place = {
  id: string;
  slug: string;
  questions: string[];
  /** The questions that are answered in words. */
  words: string[];
  themes: string[];
  outcomes: string[];
  responses: string[];
};
export type Places = { of(key: string): Place; serviceChange: { id: string; slug: string }; person: string };

/** Real ids for real addresses. Consultations go by their key in the demo's content. */
export async function findPlaces({ db, deps, ids }: DemoWorld): Promise<Places> {
  const rows = await db.read.selectFrom('consultations').select(['id', 'slug']).execute();
  const idsIn = async (table: 'themes' | 'outcomes' | 'responses', id: string) => {
    const found = await db.read.selectFrom(table).select('id').where('consultation_id', '=', id).execute();
    return found.map(row => row.id).sort();
  };
  const places = new Map<string, Place>();
  for (const { key, plan, survey } of consultations(deps.today())) {
    const { id, slug } = rows.find(row => row.slug === plan.slug) ?? { id: '', slug: '' };
    places.set(key, {
      id,
      slug,
      questions: survey.questions.map(question => question.id),
      words: survey.questions.filter(question => question.kind.endsWith('-text')).map(question => question.id),
      themes: await idsIn('themes', id),
      outcomes: await idsIn('outcomes', id),
      responses: await idsIn('responses', id),
    });
  }
  const changes = db.read.selectFrom('service_changes').select(['id', 'slug']).orderBy('slug');
  const of = (key: string): Place => {
    const place = places.get(key);
    if (!place?.id) throw new Error(`The demo has no consultation '${key}'.`);
    return place;
  };
  const serviceChange = (await changes.executeTakeFirst()) ?? { id: 'none', slug: 'none' };
  return { of, serviceChange, person: ids.people.get('nhs-officer') ?? '' };
}

const NOBODYS_TOKEN = 'x'.repeat(43);

const parts: Record<string, (place: Place, places: Places) => string | undefined> = {
  'consultations/:id': place => place.id,
  'service-changes/:id': (_place, places) => places.serviceChange.id,
  'people/:id': (_place, places) => places.person,
  'service-changes/:slug': (_place, places) => places.serviceChange.slug,
  ':slug': place => place.slug,
  ':question': place => place.words[0],
  ':theme': place => place.themes[0],
  ':outcome': place => place.outcomes[0],
  ':response': place => place.responses[0],
  ':day': () => '2027-06-17',
  ':token': () => NOBODYS_TOKEN,
};

/** A pattern of the site map with every part filled in from one consultation. */
export function fillPattern(pattern: string, place: Place, places: Places): string {
  const segments = pattern.split('/');
  const filled = segments.map((segment, i) => {
    if (!segment.startsWith(':')) return segment;
    const value = (parts[`${segments[i - 1]}/${segment}`] ?? parts[segment])?.(place, places);
    if (value === undefined) throw new Error(`What stands for ${segment} in ${pattern}? Say so in places.ts.`);
    return value;
  });
  return filled.join('/');
}
