import { addTeamMember } from '../../src/consultations/queries.ts';
import type { Role } from '../../src/people/roles.ts';
import { begin, hidden, send } from '../support/families.ts';
import type { DemoWorld } from '../support/demo-world.ts';
import type { Place } from '../support/places.ts';
import type { Visitor } from '../support/visitor.ts';
import type { Hostile } from './inputs.ts';
import { OWN, ownValue } from './targets.ts';

/** What somebody's browser adds: the cookies, and in forms what names their own answers. */
export type Holder = { cookie: string; fill(body: string): string };

const NOBODY: Holder = { cookie: '', fill: body => body };
const FRESH_FOR = 25;

/** Holders are made anew now and then: hostile inputs sign out and withdraw. */
export function createHolders(world: DemoWorld, journey: Place): (input: Hostile) => Promise<Holder> {
  const kept = new Map<string, { holder: Holder; uses: number }>();
  let turn = 0;
  return async ({ as, route }) => {
    if (as === 'nobody') return NOBODY;
    const known = kept.get(as);
    if (known && known.uses-- > 0 && route.path !== '/sign-out') return known.holder;
    const holder = as === 'family' ? await family(world, journey, turn++) : holderOf(await colleague(world, as));
    if (route.path !== '/sign-out') kept.set(as, { holder, uses: FRESH_FOR });
    return holder;
  };
}

async function family(world: DemoWorld, { slug, questions: [first = ''] }: Place, turn: number): Promise<Holder> {
  const visitor = await (turn % 2 ? send : begin)(world, slug, first);
  const base = `/consultations/${slug}/answer`;
  const [check, sent] = [await visitor.read(`${base}/check`), await visitor.read(`${base}/sent`)];
  const own = new Map([...OWN].map(name => [name, hidden(check, name) || hidden(sent, name)]));
  return { ...holderOf(visitor), fill: body => fillIn(body, own) };
}

function fillIn(body: string, own: ReadonlyMap<string, string>): string {
  return [...own].reduce((filled, [name, value]) => filled.replaceAll(ownValue(name), value), body);
}

function holderOf(visitor: Visitor): Holder {
  const cookie = [...visitor.cookies].map(([name, each]) => `${name}=${each.value}`).join('; ');
  return { ...NOBODY, cookie };
}

/** Officers are put on every team: refusals alone would leave what lies behind them untried. */
async function colleague(world: DemoWorld, role: Role): Promise<Visitor> {
  const visitor = await world.signIn(role);
  if (role !== 'officer') return visitor;
  const at = world.deps.now().toString();
  for (const { id } of await world.db.read.selectFrom('consultations').select('id').execute()) {
    const row = { consultation_id: id, person_id: visitor.personId, added_by: visitor.personId, added_at: at };
    await addTeamMember(world.db.write, row);
  }
  return visitor;
}
