import { createSignInLink } from '../../src/people/links.ts';
import { concernLinkPath } from '../../src/analysis/concern-link.ts';
import { signInAs, type DemoWorld } from '../support/demo-world.ts';
import { begin, hidden, send } from '../support/families.ts';
import type { Places } from '../support/places.ts';
import type { Visitor } from '../support/visitor.ts';
import type { Address } from './addresses.ts';

/** Makes whoever an address is looked at as. Each comes anew, so that pages can be looked at side by side. */
export async function visitorFor(world: DemoWorld, places: Places, { as, path }: Address): Promise<Visitor> {
  if (as === 'nobody') return world.visitor();
  if (as === 'linked') return linked(world, places);
  if (as === 'lead') return lead(world, path.split('/')[2] ?? '');
  if (as === 'begun' || as === 'other' || as === 'sent' || as === 'withdrawn')
    return family(world, places, as, path.split('/')[2] ?? '');
  return signInAs(world, as);
}

async function linked(world: DemoWorld, places: Places): Promise<Visitor> {
  const visitor = world.visitor();
  await visitor.get(new URL(await createSignInLink(world.deps, places.person)).pathname);
  return visitor;
}

async function lead(world: DemoWorld, concern: string): Promise<Visitor> {
  const visitor = world.visitor();
  await visitor.get(concernLinkPath(world.deps.config, concern));
  return visitor;
}

async function family(world: DemoWorld, places: Places, as: 'begun' | 'other' | 'sent' | 'withdrawn', slug: string) {
  const first = places.at(slug).questions[0] ?? '';
  if (as === 'other') return otherTurn(world, slug, first);
  const visitor = await (as === 'begun' ? begin : send)(world, slug, first);
  if (as !== 'withdrawn') return visitor;
  const path = `/consultations/${slug}/answer/withdrawal`;
  await visitor.post(path, { reference: hidden(await visitor.read(path), 'reference') });
  return visitor;
}

/** The adult of two who take turns, where the child has begun and not sent. */
async function otherTurn(world: DemoWorld, slug: string, first: string): Promise<Visitor> {
  const visitor = world.visitor();
  const turn = (who: string) => visitor.post(`/consultations/${slug}/together`, { who });
  await turn('child');
  await visitor.post(`/consultations/${slug}/answer/${first}`, { answer: 'young' });
  await turn('adult');
  return visitor;
}
