import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { base, headingIn } from '../responses/family.ts';
import {
  openConsultation,
  planConsultation,
  usualSurvey,
  type Officer,
  type Planned,
} from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';

const dates = { opens_on: '2026-11-25', closes_on: '2026-12-14', outcome_on: '2027-02-26' };

onBothDatabases('a consultation opens and closes by itself', dialect => {
  let world: World;
  let officer: Officer;
  beforeAll(async () => void (world = await createWorld(dialect)));
  beforeEach(async () => {
    world.setNow('2026-11-22');
    officer = await world.signIn('officer');
  });
  afterAll(() => world.close());

  /** Every page that says where it stands, read as families do: kept ones twice. */
  async function read({ slug }: Planned) {
    const pages = { page: `/consultations/${slug}`, start: base(slug), hub: '/', list: '/consultations' };
    const entries = Object.entries(pages).map(async ([name, path]) => {
      await world.visitor().read(path);
      return [name, textOf(await world.visitor().read(path))] as const;
    });
    return Object.fromEntries(await Promise.all(entries)) as Record<keyof typeof pages, string>;
  }
  const answer = async ({ slug }: Planned) =>
    (await world.visitor().post(`${base(slug)}/q1`, { answer: 'parent' })).status;

  test('W12 at midnight in London, on every page, with nobody at work', async () => {
    const planned = await openConsultation(world, officer, { ...dates, title: 'Opens by itself' });

    world.setNow('2026-11-24T23:59:59Z');
    const soon = await read(planned);
    expect(soon.page).toContain('You can answer from Wednesday 25 November.');
    expect(headingIn(await world.visitor().read(base(planned.slug)))).toBe('This survey is not open yet');
    for (const list of [soon.hub, soon.list]) expect(between(list, 'Opening soon')).toContain('Opens by itself');
    expect(await answer(planned)).toBe(409);

    world.setNow('2026-11-25T00:00:00Z');
    const open = await read(planned);
    expect(open.page).toContain('It closes at the end of Monday 14 December.');
    expect(open.start).not.toContain('not open yet');
    for (const list of [open.hub, open.list]) expect(between(list, 'Open now')).toContain('Opens by itself');
    expect(await answer(planned)).toBe(303);

    world.setNow('2026-12-14T00:00:00Z');
    expect((await read(planned)).hub).toContain('Closes today');

    world.setNow('2026-12-15T00:00:00Z');
    const closed = await read(planned);
    expect(closed.page).toContain('It closed on Monday 14 December.');
    expect(closed.start).toContain('This survey has closed');
    for (const list of [closed.hub, closed.list])
      expect(between(list, 'We are working on it')).toContain('Opens by itself');
    expect(await answer(planned)).toBe(409);
  });

  test('in summer the day begins an hour earlier by the world’s clock', async () => {
    const summer = { opens_on: '2027-06-01', closes_on: '2027-06-30', outcome_on: '2027-09-30' };
    const planned = await openConsultation(world, officer, summer);
    world.setNow('2027-05-31T22:59:59Z');
    expect(await answer(planned)).toBe(409);
    world.setNow('2027-05-31T23:00:00Z');
    expect(await answer(planned)).toBe(303);
    world.setNow('2027-06-30T23:00:00Z');
    expect(await answer(planned)).toBe(409);
  });

  test('an officer sees now, word for word, what families will see then', async () => {
    const planned = await openConsultation(world, officer, { ...dates, title: 'Seen ahead' });
    const preview = `/desk/consultations/${planned.id}/preview`;
    const then = {
      before: '2026-11-24',
      first: '2026-11-25',
      last: '2026-12-14',
      after: '2026-12-15',
      late: '2026-12-31',
    };
    world.setNow('2026-11-22');
    const seen = new Map<string, string>();
    for (const moment of Object.keys(then)) seen.set(moment, await officer.read(`${preview}?on=${moment}`));
    for (const [moment, day] of Object.entries(then)) {
      world.setNow(day);
      const html = seen.get(moment) ?? '';
      const page = await world.visitor().read(`/consultations/${planned.slug}`);
      expect(shownIn(html), moment).toBe(shownIn(page));
      const card = /<article class="card">.*?<\/article>/s.exec(html)?.[0] ?? '';
      expect(textOf(await world.visitor().read('/consultations')), moment).toContain(textOf(card));
      expect(html).toContain('<p class="notice-heading">A preview of ');
      expect(html).not.toMatch(new RegExp(`href="/consultations/${planned.slug}`));
    }
  });

  test('the page is seen by itself in each edition, as wide as a phone, on a day to come', async () => {
    const survey = { ...usualSurvey, editions: { cy: { title: 'Seibiannau byr' } } };
    const { id, slug } = await planConsultation(world, officer, { ...dates, survey });
    const preview = `/desk/consultations/${id}/preview`;
    const tab = await officer.read(`${preview}?on=first`);
    expect(tab).toContain(`href="${preview}/cy/phone?on=first"`);
    const page = await officer.read(`${preview}/cy/phone?on=first`);
    expect(headingIn(page)).toBe('Seibiannau byr');
    expect(page).toMatch(/<html lang="cy"[^]*<body [^>]*data-phone/);
    expect(page).toContain(`href="/desk/consultations/${id}/survey/preview/cy/phone/e30"`);
    expect(page).toContain(`href="${preview}?on=first"`);
    expect(page, 'nothing leads to what is not public').not.toContain(`href="/consultations/${slug}`);
    expect(await officer.read(`${preview}/plain/wide`)).not.toContain('data-phone');
    for (const other of ['/pl/wide', '/cy/tall']) expect((await officer.get(preview + other)).status).toBe(404);
    const stranger = await world.signIn('officer', world.organisations.health);
    expect((await stranger.get(`${preview}/cy/wide`)).status).toBe(404);
  });

  test('a plan that is not published is seen as if it were in time, and stays a draft', async () => {
    const { id, slug } = await planConsultation(world, officer, dates);
    const preview = `/desk/consultations/${id}/preview`;
    const first = await officer.read(`${preview}?on=first`);
    expect(first).toContain('A preview of Wednesday 25 November, the day it opens');
    expect(first).toContain('if you publish it in time');
    expect(first).toContain(`href="/desk/consultations/${id}/survey/preview">Answer now`);
    for (const on of ['', '?on=now', '?on=tomorrow', '?on=']) {
      const page = await officer.read(preview + on);
      expect(page).not.toContain('A preview of');
      expect(page).not.toContain('class="card"');
    }
    expect((await world.visitor().get(`/consultations/${slug}`)).status).toBe(404);
    const undated = await planConsultation(world, officer, { opens_on: null, closes_on: null, outcome_on: null });
    expect(await officer.read(`/desk/consultations/${undated.id}/preview`)).toContain('Once its plan has dates');
    const stranger = await world.signIn('officer', world.organisations.health);
    expect((await stranger.get(`${preview}?on=first`)).status).toBe(404);
  });
});

const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** What a page says of the consultation, from its title to what has happened so far. */
function shownIn(html: string): string {
  const from = html.slice(html.indexOf('<h1'));
  return textOf(from.slice(0, from.indexOf('</ol>', from.indexOf('class="events"'))));
}

/** What follows a heading, up to the next of that list. */
function between(text: string, heading: string): string {
  const [, after = ''] = text.split(heading);
  return after.split(/Opening soon|Open now|We are working on it|What changed|All consultations/)[0] ?? '';
}
