import { expect } from 'vitest';
import { addDrafts, findDraft, saveDraft } from '../../src/responses/queries.ts';
import { hashToken, randomId, randomToken } from '../../src/db/ids.ts';
import { latestVersion } from '../../src/consultations/queries.ts';
import type { Answers } from '../../src/surveys/kinds/kind.ts';
import type { Planned } from '../support/consultations.ts';
import type { Visitor } from '../support/visitor.ts';
import type { World } from '../support/world.ts';

/** Somebody whose answers stand in a draft, at 'Check your answers'. */
export type Family = { visitor: Visitor; draftId: string; token: string; base: string };

/** A draft with these answers, as the journey leaves it, in the hands of a new visitor. */
export async function prepare(world: World, of: Planned, answers: Answers): Promise<Family> {
  const version = await latestVersion(world.db.write, of.id);
  const token = randomToken();
  const draftId = randomId();
  const at = world.deps.now().toString();
  const draft = {
    id: draftId,
    token_hash: hashToken(token),
    consultation_id: of.id,
    version_id: version?.id ?? '',
    response_id: null,
    answers: JSON.stringify(answers),
    begun_at: at,
    shortened_at: null,
    forget_at: null,
    saved_at: at,
  };
  await addDrafts(world.db.write, [draft]);
  const visitor = world.visitor();
  const base = `/consultations/${of.slug}/answer`;
  visitor.cookies.set('draft', { value: token, path: base });
  return { visitor, draftId, token, base };
}

/** Sends it over a request. */
export async function send(family: Family): Promise<Family> {
  const response = await family.visitor.post(`${family.base}/sending`, { draft: family.draftId });
  expect(response.headers.get('location')).toBe(`${family.base}/sent`);
  return family;
}

/** One family an item, sent over requests. */
export async function sendAll(world: World, of: Planned, list: readonly Answers[]): Promise<Family[]> {
  const families = [];
  for (const answers of list) families.push(await send(await prepare(world, of, answers)));
  return families;
}

/** Complete answers to the usual survey; what is given replaces them. */
export const usual = (given: Answers = {}): Answers => ({
  q1: 'parent',
  q2: 'b',
  q3: '4',
  q4: ['a'],
  q5: null,
  quote: null,
  ...given,
});

/** So many of the usual answers, each made by its number from 0. */
export const many = (count: number, given: (at: number) => Answers = () => ({})): Answers[] =>
  Array.from({ length: count }, (_, at) => usual(given(at)));

/** Withdraws before the close, erases the words after it: over requests, as its page does. */
export async function withdraw(family: Family | undefined): Promise<void> {
  if (!family) throw new Error('There is nobody to withdraw.');
  await family.visitor.read(`${family.base}/link/${family.token}`);
  const page = await family.visitor.read(`${family.base}/withdrawal`);
  const reference = /name="reference" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const response = await family.visitor.post(`${family.base}/withdrawal`, { reference });
  expect(response.status).toBe(303);
}

/** Changes what was sent: a new draft with these answers, sent in its turn. */
export async function change(world: World, family: Family, answers: Answers): Promise<void> {
  const page = await family.visitor.read(`${family.base}/link/${family.token}`);
  const reference = /name="reference" value="([^"]+)"/.exec(page)?.[1] ?? '';
  await family.visitor.post(`${family.base}/change`, { reference });
  const draft = await findDraft(world.db.write, hashToken(family.token));
  if (!draft) throw new Error('A change begins with a draft.');
  await saveDraft(world.db.write, draft.id, JSON.stringify(answers), draft.saved_at);
  await send({ ...family, draftId: draft.id });
}

/** The words of the comments on a page, in their order. */
export function commentsIn(page: string): string[] {
  return [...page.matchAll(/<article class="box"[^]*?<blockquote[^>]*><p>([^]*?)<\/p>/g)].map(
    ([, words = '']) => words,
  );
}
