import { expect } from 'vitest';
import { recount } from '../../src/analysis/recount.ts';
import type { Fields, Visitor } from '../support/visitor.ts';
import type { World } from '../support/world.ts';
import { listTallies } from '../../src/analysis/tally-queries.ts';

export const base = (slug: string) => `/consultations/${slug}/answer`;

/** One answer to each question of the usual survey, as its form posts it. */
export const usualAnswers: [string, Fields][] = [
  ['q1', { answer: 'parent' }],
  ['q2', { answer: 'b' }],
  ['q3', { answer: '4' }],
  ['q4', { answer: ['a', 'b'] }],
  ['q5', { answer: 'More Saturday clubs, please.' }],
  ['quote', { answer: 'yes' }],
];

/** Answers every page and stops at 'Check your answers', whose text it gives. */
export async function answerAll(visitor: Visitor, slug: string, answers = usualAnswers): Promise<string> {
  for (const [step, fields] of answers) {
    const response = await visitor.post(`${base(slug)}/${step}`, fields);
    expect(response.status, step).toBe(303);
  }
  return (await visitor.get(`${base(slug)}/check`)).text();
}

export const draftIn = (html: string) => /name="draft" value="([^"]+)"/.exec(html)?.[1] ?? '';
export const referenceIn = (html: string) =>
  /class="reference">(?:<bdi[^>]*>)?([^<]+)</.exec(html)?.[1] ??
  /name="reference" value="([^"]+)"/.exec(html)?.[1] ??
  '';
export const linkIn = (html: string) =>
  URL.parse(/id="private-link" href="([^"]+)"/.exec(html)?.[1] ?? '')?.pathname ?? '';
export const headingIn = (html: string) => /<h1[^>]*>\s*(?:<label[^>]*>)?([^<]+)</.exec(html)?.[1]?.trim() ?? '';
export const titleIn = (html: string) => /<title>([^<]+)</.exec(html)?.[1] ?? '';

/** Answers, sends, and gives the confirmation. */
export async function sendAll(visitor: Visitor, slug: string, answers = usualAnswers): Promise<string> {
  const draft = draftIn(await answerAll(visitor, slug, answers));
  const page = await visitor.follow(visitor.post(`${base(slug)}/sending`, { draft }));
  expect(page.status).toBe(200);
  return page.text();
}

/** Every tally of a consultation as the responses have it; fails where one differs. */
export async function expectTallies(world: World, consultationId: string): Promise<Map<string, number>> {
  expect(await recount(world.db.read, consultationId)).toEqual([]);
  const rows = await listTallies(world.db.read, consultationId, ['all']);
  return new Map(rows.map(row => [`${row.question} ${row.option}`, row.count]));
}

export const responsesOf = (world: World, consultationId: string) =>
  world.db.read.selectFrom('responses').selectAll().where('consultation_id', '=', consultationId).execute();

export const draftsOf = (world: World, consultationId: string) =>
  world.db.read.selectFrom('drafts').selectAll().where('consultation_id', '=', consultationId).execute();

/** The name of the field in a part of the page that is hidden from everybody. */
export const hiddenFieldIn = (html: string) => /<p hidden>[^]*?<input [^>]*name="(\w+)"/.exec(html)?.[1] ?? '';
