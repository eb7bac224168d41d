import { afterEach, beforeEach, expect, test } from 'vitest';
import { openConsultation, type Officer, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';
import { talliesOf } from '../support/tallies.ts';

const held = { 'held-day': '25', 'held-month': '11', 'held-year': '2026' };

onBothDatabases('counts from events, and addresses by post', dialect => {
  let world: World;
  let officer: Officer;
  let of: Planned;
  let base: string;

  beforeEach(async () => {
    world = await createWorld(dialect, '2026-11-25');
    officer = await world.signIn('officer');
    of = await openConsultation(world, officer);
    base = `/desk/consultations/${of.id}`;
  });
  afterEach(() => world.close());

  const add = (counts: Record<string, string>, path = `${base}/events`) =>
    officer.post(path, { name: 'Coffee morning', place: 'Library', ...held, ...counts });
  const board = async () => (await world.signIn('board member')).read(`/board/${of.slug}`);

  test('dots stand beside the answers and are in none of their counts', async () => {
    expect((await add({ 'n-q4-a': '12', 'n-q4-b': '8' })).status).toBe(303);
    const page = await officer.read(`${base}/answers`);
    expect(page).toContain('0 people have answered so far.');
    expect(page).toContain('20 counts at 1 event');
    expect(page).toContain('A dot is not a person');
    expect(await talliesOf(world)).toEqual([]);
    expect(await board()).toContain('20 counts at 1 event');
    const audit = await world.db.read.selectFrom('audit').select('person_id').where('act', 'like', '%event').execute();
    expect(audit).toEqual([{ person_id: officer.personId }]);
  });

  test('outside the team nothing small is shown, and nothing that two events would give away', async () => {
    await add({ 'n-q4-a': '12', 'n-q4-b': '8' });
    await add({ 'n-q4-a': '9', 'n-q4-b': '4' });
    await add({ 'n-q2-a': '30' });
    const page = await board();
    expect(page).toContain('20 counts at 1 event');
    expect(page).not.toContain('33 counts');
    expect(page).not.toContain('30 counts');
    expect(await officer.read(`${base}/events`)).toContain('33 counts at 2 events');
  });

  test('an event can be changed and deleted, with an audit row for each', async () => {
    await add({ 'n-q4-a': '12' });
    const event = await world.db.read.selectFrom('events').selectAll().executeTakeFirstOrThrow();
    const path = `${base}/events/${event.id}`;
    expect(await officer.read(path)).toContain('value="12"');
    expect((await add({ 'n-q4-a': '13' }, path)).status).toBe(303);
    expect(await officer.read(`${base}/events`)).toContain('13 counts at 1 event');
    expect((await officer.post(`${path}/removal`)).status).toBe(303);
    expect(await world.db.read.selectFrom('event_counts').selectAll().execute()).toEqual([]);
    const acts = await world.db.read.selectFrom('audit').select('act').where('act', 'like', '%event').execute();
    expect(acts.map(each => each.act).sort()).toEqual([
      'add counts from an event',
      'change counts from an event',
      'delete counts from an event',
    ]);
    expect((await officer.get(path)).status).toBe(404);
  });

  test('what is no count is refused, and what was typed stays', async () => {
    const response = await add({ 'n-q4-a': 'many', 'n-q4-b': '7', 'held-year': '2027' });
    expect(response.status).toBe(422);
    const page = await response.text();
    for (const kept of [
      'More weekends: enter a whole number',
      'still to come',
      'value="many"',
      'value="7"',
      'value="Library"',
    ])
      expect(page).toContain(kept);
    expect(await (await add({})).text()).toContain('Enter at least one count.');
  });

  test('K08 an address from a sheet is kept apart: no time, no audit row, nothing of an answer', async () => {
    const before = await world.db.read.selectFrom('audit').selectAll().execute();
    const path = `${base}/addresses`;
    const response = await officer.post(path, { name: 'Ada Example', post: '1 Orchard Row\nFernwick' });
    expect(response.headers.get('location')).toBe(`${path}?kept=1`);
    const contacts = await world.db.read.selectFrom('contacts').selectAll().execute();
    expect(contacts).toMatchObject([
      { consultation_id: of.id, way: 'post', name: 'Ada Example', address: '1 Orchard Row\nFernwick' },
    ]);
    expect(Object.keys(contacts[0] ?? {}).sort()).toEqual(['address', 'consultation_id', 'id', 'name', 'way']);
    expect(await world.db.read.selectFrom('audit').selectAll().execute()).toHaveLength(before.length);
    const form =
      /<form method="post" action="[^"]*addresses">[\s\S]*?<\/form>/.exec(await officer.read(path))?.[0] ?? '';
    expect([...form.matchAll(/ name="([^"]*)"/g)].map(match => match[1])).toEqual(['name', 'post']);
    expect(await officer.read(`${base}/typing`)).toMatch(/addresses" rel="noreferrer" data-no-boost/);
    const missing = await officer.post(path, { name: 'Ada Example', post: '' });
    expect(missing.status).toBe(422);
    expect(await missing.text()).toContain('value="Ada Example"');
  });
});
