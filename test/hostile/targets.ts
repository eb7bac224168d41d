import { noPages } from '../pages/addresses.ts';
import { formsOf, patternOf } from '../support/forms.ts';
import { begin, send } from '../support/families.ts';
import { signInAs, type DemoWorld } from '../support/demo-world.ts';
import { fillPattern, findPlaces, UNPUBLISHED, type Places } from '../support/places.ts';
import type { Target } from './inputs.ts';

// Consultations in different states show different forms.
const STATES = [
  UNPUBLISHED,
  'transport',
  'short-breaks',
  'moving-on',
  'local-offer',
  'quiet-places',
  'siblings',
  'therapy',
];
/** A survey that can be answered, so that its pages hold somebody's answers. */
export const OPEN = 'short-breaks';
// Mostly where the family has a draft: the others only refuse.
const JOURNEYS = [OPEN, OPEN, OPEN, 'moving-on', 'transport'];
const PEOPLE = ['officer', 'administrator', 'forum-member', 'board-member'];

/** Fields that name somebody's own answers: whoever sends the form puts their own in. */
export const OWN = new Set(['draft', 'reference']);
export const ownValue = (name: string): string => `their-own-${name}`;

/** Every route with addresses that find something, and the fields that the pages really offer for it. */
export async function findTargets(world: DemoWorld): Promise<Target[]> {
  const places = await findPlaces(world);
  const fields = await formsByPattern(world, places);
  return world.routes.flatMap(route =>
    (route.path.includes('/answer') ? JOURNEYS : STATES).flatMap(key => {
      const path = endsIt(route.path, key) ? null : fillPattern(route.path, [key], places);
      return path === null ? [] : { route, path, fields: fields.get(route.path) ?? new Map<string, string>() };
    }),
  );
}

// Deleting the one plan that can be deleted would leave nothing behind the other forms of the builder.
const endsIt = (pattern: string, key: string) => key === UNPUBLISHED && pattern.endsWith('/:id/deletion');

async function formsByPattern(world: DemoWorld, places: Places): Promise<Map<string, Map<string, string>>> {
  const found = new Map<string, Map<string, string>>();
  const posts = world.routes.filter(route => route.method === 'POST').map(route => route.path);
  const { slug, questions } = places.of(OPEN);
  const families = [begin(world, slug, questions[0] ?? ''), send(world, slug, questions[0] ?? '')];
  const staff = PEOPLE.map(key => signInAs(world, key));
  const visitors = [world.visitor(), ...(await Promise.all([...families, ...staff]))];
  const pages = pathsOf(world, places);
  for (const visitor of visitors) {
    for (const path of pages) {
      for (const form of formsOf(await visitor.read(path), path)) {
        const pattern = patternOf(form.action, posts) ?? form.action;
        const fields = [...form.fields].map(([name, value]) => [name, OWN.has(name) ? ownValue(name) : value] as const);
        found.set(pattern, new Map([...fields, ...(found.get(pattern) ?? [])]));
      }
    }
  }
  return found;
}

/** Every page in every state, once each: most are the same page in all of them. */
function pathsOf(world: DemoWorld, places: Places): Set<string> {
  const pages = world.routes.filter(route => route.method === 'GET' && !(route.path in noPages));
  return new Set(pages.flatMap(({ path }) => STATES.flatMap(key => fillPattern(path, [key], places) ?? [])));
}
