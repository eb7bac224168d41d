import type { Visitor } from './visitor.ts';

type Doors = { visitor(): Visitor };

const MOST_STEPS = 40;

/** Somebody who has answered the first `steps` pages of an open survey; all of them unless told, and not sent. */
export async function begin(world: Doors, slug: string, first: string, steps = MOST_STEPS): Promise<Visitor> {
  const visitor = world.visitor();
  let path = `/consultations/${slug}/answer/${first}`;
  for (let step = 0; step < steps && !path.endsWith('/check'); step++) path = await answer(visitor, path);
  return visitor;
}

/** Somebody who has answered and sent: the confirmation is theirs. */
export async function send(world: Doors, slug: string, first: string): Promise<Visitor> {
  const visitor = await begin(world, slug, first);
  const base = `/consultations/${slug}/answer`;
  const draft = hidden(await visitor.read(`${base}/check`), 'draft');
  const response = await visitor.post(`${base}/sending`, { draft });
  if (response.status !== 303) throw new Error(`Sending answered ${response.status}.`);
  return visitor;
}

// The first answer that is offered; words where words are asked for.
async function answer(visitor: Visitor, path: string): Promise<string> {
  const html = await visitor.read(path);
  const offered = /name="answer" value="([^"]+)"/.exec(html)?.[1];
  const date = html.includes('name="answer-month"')
    ? { 'answer-day': '1', 'answer-month': '6', 'answer-year': '2026' }
    : {};
  const words = html.includes('inputmode="numeric"') ? '3' : 'In our own words.';
  const typed = html.includes('class="input input-short" type="text"') && words !== '3' ? 'BK4' : words;
  const fields = { answer: offered ?? typed, draft: hidden(html, 'draft'), ...date };
  const response = await visitor.post(path, fields);
  if (response.status !== 303) throw new Error(`${path} answered ${response.status}.`);
  return (response.headers.get('location') ?? '').split('?')[0] ?? '';
}

/** The value of a hidden field; '' when the page has none. */
export function hidden(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}
