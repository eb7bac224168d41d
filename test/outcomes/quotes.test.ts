import { afterEach, beforeEach, expect, test } from 'vitest';
import { deleteMarks } from '../../src/responses/queries.ts';
import { openConsultation, type Officer, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';
import { addEntry, done } from './entries.ts';
import { answersOf, themeOf } from './marks.ts';

onBothDatabases('quotes and drafts', dialect => {
  let world: World;
  let officer: Officer;
  let plan: Planned;
  let people: string[];
  let entry: string;
  let quotes: string;

  beforeEach(async () => {
    world = await createWorld(dialect, '2026-11-23');
    officer = await world.signIn('officer');
    plan = await openConsultation(world, officer, { closes_on: '2026-12-14', outcome_on: '2027-01-29' });
    world.setNow('2026-12-16');
    people = await answersOf(world, plan.id, [
      { words: 'Three drivers in one month. Jo stopped getting in the car.', mayQuote: true },
      { words: 'Please never quote me on drivers.' },
    ]);
    const themes = await themeOf(world, officer, plan, 'Drivers', people);
    entry = await addEntry(officer, plan.id, { ...done, themes });
    quotes = `/desk/consultations/${plan.id}/outcomes/${entry}/quotes`;
  });
  afterEach(() => world.close());

  const quote = (words: string, more = {}) =>
    officer.post(quotes, { response: people[0] ?? '', question: 'q5', words, checked: 'yes', ...more });
  const publicPage = () => world.visitor().read(`/you-said-we-did/${plan.slug}`);
  const publish = () => officer.post(`/desk/consultations/${plan.id}/outcomes/publication`);

  test('K08 only the words of those who said yes are offered, and only they can be quoted', async () => {
    const list = await officer.read(quotes);
    expect(list).toContain('Three drivers in one month.');
    expect(list).not.toContain('never quote me');
    expect(list).toContain('1 more comment is not shown');
    expect((await quote('Please', { response: people[1] ?? '' })).status).toBe(404);
    expect((await officer.get(`${quotes}/new?response=${people[1]}&question=q5`)).status).toBe(404);
  });

  test('K08 a quote needs the tick that names were looked for, and keeps to what was written', async () => {
    const untold = await quote('Three drivers in one month.', { checked: '' });
    expect(untold.status).toBe(422);
    expect(await untold.text()).toContain('then tick this box');
    const invented = await quote('Three drivers in one week.');
    expect(invented.status).toBe(422);
    expect(await invented.text()).toContain('Only leave words out.');
    expect((await quote('Three drivers in one month. [My son] stopped getting in the car.')).status).toBe(303);
    await publish();
    const text = await publicPage();
    expect(text).toContain('Three drivers in one month. [My son] stopped getting in the car.');
    expect(text).not.toContain('Jo stopped');
  });

  test('K08 a quote that is taken out is gone from every version', async () => {
    await quote('Three drivers in one month.');
    await publish();
    await addEntry(officer, plan.id, { ...done, heading: 'Another thing' });
    await publish();
    const first = () => world.visitor().read(`/you-said-we-did/${plan.slug}/versions/1`);
    expect(await first()).toContain('Three drivers in one month.');
    const id = /quotes\/([\w-]{22})\/removal/.exec(await officer.read(quotes))?.[1];
    expect((await officer.post(`${quotes}/${id}/removal`)).status).toBe(303);
    expect(await first()).not.toContain('Three drivers');
    expect(await publicPage()).not.toContain('Three drivers');
  });

  test('K08 a quote goes from the public page at once when its writer has their words erased', async () => {
    await quote('Three drivers in one month.');
    await publish();
    expect(await publicPage()).toContain('Three drivers in one month.');
    await deleteMarks(world.db.write, people[0] ?? '');
    await world.deps.watch.look();
    expect(await publicPage()).not.toContain('Three drivers');
  });

  test('forum members read the drafts, without anybody’s own words, and cannot write', async () => {
    await quote('Three drivers in one month.');
    const member = await world.signIn('forum member');
    const text = await member.read(`/forum/${plan.id}/outcomes`);
    expect(text).toContain('Each child now has a named driver.');
    expect(text).not.toContain('Three drivers');
    expect(text).not.toContain('2 people');
    expect((await member.get(`/desk/consultations/${plan.id}/outcomes`)).status).toBe(403);
    expect((await world.visitor().get(`/forum/${plan.id}/outcomes`)).status).toBe(303);
    world.setNow('2026-12-14');
    expect((await member.get(`/forum/${plan.id}/outcomes`)).status).toBe(404);
  });

  test('quotes belong to the team alone', async () => {
    const colleague = await world.signIn('officer');
    expect((await colleague.get(quotes)).status).toBe(404);
    const sent = await colleague.post(quotes, {
      response: people[0] ?? '',
      question: 'q5',
      words: 'x',
      checked: 'yes',
    });
    expect(sent.status).toBe(404);
  });
});
