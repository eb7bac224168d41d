import { afterAll, beforeAll, expect, test } from 'vitest';
import { roles, type Role } from '../../src/people/roles.ts';
import type { RouteFacts } from '../../src/web/site.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createDemoWorld, signInAs, type DemoWorld } from '../support/demo-world.ts';
import { fillPattern, findPlaces, UNPUBLISHED, type Places } from '../support/places.ts';
import type { Visitor } from '../support/visitor.ts';
import { isTeamOnly, ownersOnly, publicRoutes } from './rules.ts';

// Every route, against nobody, each role, and the right role of somewhere else. Nothing is listed here but what is
// public: a new page is in the matrix as soon as it stands, and can't become public by accident.

/** Consultations that the council leads, in which one or the other has everything that a route may name. */
const COUNCILS = ['transport', 'quiet-places', 'siblings', 'short-breaks', 'local-offer'];

const candidates = (path: string): string[] => {
  if (path.includes('/survey/')) return [UNPUBLISHED];
  return path.includes('/late/') ? ['quiet-places'] : COUNCILS;
};

onBothDatabases('who may open what', dialect => {
  let world: DemoWorld;
  let places: Places;
  beforeAll(async () => {
    world = await createDemoWorld(dialect);
    places = await findPlaces(world);
  });
  afterAll(() => world?.close());

  const pathOf = ({ path }: RouteFacts): string => {
    const filled = fillPattern(path, candidates(path), places);
    if (filled === null) throw new Error(`The demo has nothing to show at ${path}.`);
    return filled;
  };
  const staff = () => world.routes.filter(route => route.access !== 'public');
  const send = (visitor: Visitor, route: RouteFacts) =>
    route.method === 'GET' ? visitor.get(pathOf(route)) : visitor.post(pathOf(route), { any: 'thing' });

  /** Where a page only leads on to another of the desk, what counts is what is there. */
  const answer = async (visitor: Visitor, route: RouteFacts): Promise<Response> => {
    const response = await send(visitor, route);
    return response.headers.get('location')?.startsWith('/desk/') ? visitor.follow(response) : response;
  };

  /** Every route that answers otherwise than it should, as `POST /desk/… answers 200`. */
  async function strays(list: RouteFacts[], visitor: () => Visitor, wanted: (route: RouteFacts) => number) {
    const found: string[] = [];
    for (const route of list) {
      const { status } = await answer(visitor(), route);
      if (status !== wanted(route)) found.push(`${route.method} ${route.path} answers ${status}`);
    }
    return found;
  }

  test('what is public is written down', () => {
    const open = world.routes.filter(route => route.access === 'public');
    expect(open.map(route => `${route.method} ${route.path}`).sort()).toEqual([...publicRoutes].sort());
  });

  test('what is public asks nobody to sign in', async () => {
    const answers: string[] = [];
    for (const route of world.routes.filter(each => each.access === 'public')) {
      const response = await send(world.visitor(), route);
      const leadsToSignIn = /^\/sign-in\?next=/.test(response.headers.get('location') ?? '');
      if ([401, 403, 500].includes(response.status) || leadsToSignIn) answers.push(`${route.path} ${response.status}`);
    }
    expect(answers).toEqual([]);
  });

  test('nobody gets in without signing in', async () => {
    const wanted = ({ method }: RouteFacts) => (method === 'GET' ? 303 : 401);
    expect(await strays(staff(), () => world.visitor(), wanted)).toEqual([]);
  });

  test('a session that is over, was never given, or is of somebody who left opens nothing', async () => {
    const left = await world.signIn('administrator');
    const at = '2026-11-21T09:00:00.000Z';
    await world.db.write.updateTable('people').set({ ended_at: at }).where('id', '=', left.personId).execute();
    const over = await world.signIn('administrator');
    await world.db.write
      .updateTable('sessions')
      .set({ expires_at: at })
      .where('person_id', '=', over.personId)
      .execute();
    const made = world.visitor();
    made.cookies.set('session', { value: 'A'.repeat(43), path: '/' });
    const wanted = ({ method }: RouteFacts) => (method === 'GET' ? 303 : 401);
    for (const visitor of [left, over, made]) expect(await strays(staff(), () => visitor, wanted)).toEqual([]);
  });

  test.each(roles)('%s: 403 wherever the route names other roles', async (role: Role) => {
    const visitor = await world.signIn(role);
    const others = staff().filter(({ access }) => access !== 'public' && !access.includes(role));
    expect(
      await strays(
        others,
        () => visitor,
        () => 403,
      ),
    ).toEqual([]);
  });

  test('an officer of another organisation finds nothing of what is not theirs', async () => {
    const visitor = await world.signIn('officer', world.ids.organisations.get('schools'));
    const owned = staff().filter(route => ownersOnly(route) && route.access.includes('officer'));
    expect(owned.length).toBeGreaterThan(5);
    expect(
      await strays(
        owned,
        () => visitor,
        () => 404,
      ),
    ).toEqual([]);
  });

  test.each(['officer', 'administrator'] as const)('%s: what families wrote is for the team alone', async role => {
    const visitor = await world.signIn(role);
    const closed = staff().filter(({ path, access }) => access.includes(role) && isTeamOnly(path, role));
    expect(closed.length).toBeGreaterThan(5);
    expect(
      await strays(
        closed,
        () => visitor,
        () => 404,
      ),
    ).toEqual([]);
  });

  test('the team gets in', async () => {
    const visitor = await signInAs(world, 'officer');
    const mine = staff().filter(({ access, method }) => method === 'GET' && access.includes('officer'));
    const refused: string[] = [];
    for (const route of mine) {
      const response = await send(visitor, route);
      const leadsOn = response.status === 303 && !/^\/sign-in/.test(response.headers.get('location') ?? '');
      if (response.status !== 200 && !leadsOn) refused.push(`${route.path} answers ${response.status}`);
    }
    // These ask for a comment, which their query names, for a paper, or for one of the sample that is typed twice.
    expect(refused).toEqual([
      '/desk/consultations/:id/concerns/new answers 404',
      '/desk/consultations/:id/typing/again/:response answers 404',
      '/desk/consultations/:id/typing/differences/:response answers 404',
      '/desk/consultations/:id/typing/papers/:response answers 404',
      '/desk/consultations/:id/outcomes/:outcomeId/quotes/new answers 404',
    ]);
  });
});
