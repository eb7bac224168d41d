import { afterEach, beforeEach, expect, test } from 'vitest';
import { renewSnapshots } from '../../src/analysis/snapshots.ts';
import { openConsultation, planConsultation, type Officer, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { Visitor } from '../support/visitor.ts';
import { createWorld, type World } from '../support/world.ts';
import { many, sendAll } from './sent.ts';

onBothDatabases('the board', dialect => {
  let world: World;
  let officer: Officer;
  let reader: Visitor;
  let of: Planned;

  beforeEach(async () => {
    world = await createWorld(dialect, '2026-11-22');
    officer = await world.signIn('officer');
    reader = await world.signIn('board member');
    of = await openConsultation(world, officer, { closes_on: '2026-12-14', outcome_on: '2027-02-26' });
  });
  afterEach(() => world.close());

  const closeAndCount = async () => {
    world.setNow('2026-12-15');
    await renewSnapshots(world.deps);
  };

  test('K08 a question with a small number shows no number at all', async () => {
    // q2: 19 and 9 and 2 people; q4: two options of 15 each.
    const q2 = (at: number) => (at < 19 ? 'a' : at < 28 ? 'b' : 'c');
    await sendAll(
      world,
      of,
      many(30, at => ({ q2: q2(at), q4: [at % 2 ? 'a' : 'b'] })),
    );
    await closeAndCount();
    const page = await reader.read(`/board/${of.slug}`);
    expect(page).not.toContain('figure-q2');
    const hidden = /aria-labelledby="hidden">([\s\S]*?)<\/section>/.exec(page)?.[1] ?? '';
    expect(hidden).toContain('<li>How easy is it to find out about short breaks?</li>');
    expect(hidden.match(/only when at least 5 people stand behind each of them/g)).toHaveLength(1);
    expect(page).not.toContain('Very hard');
    const safe = sectionOf(page, 'q4');
    expect(safe).toContain('15 of 30 people (50%)');
    expect(safe).toContain('15 (50%)');
  });

  test('K08 what two pages of the board show never differs by a few people', async () => {
    await sendAll(
      world,
      of,
      many(30, at => ({ q4: [at % 2 ? 'a' : 'b'] })),
    );
    world.setNow('2026-11-23');
    await sendAll(
      world,
      of,
      many(12, at => ({ q4: [at % 2 ? 'a' : 'b'] })),
    );
    await renewSnapshots(world.deps);
    const before = await reader.read(`/board/${of.slug}`);
    expect(before).toContain('30 people answered.');
    await sendAll(
      world,
      of,
      many(3, () => ({ q4: ['b'] })),
    );
    await renewSnapshots(world.deps);
    expect(await reader.read(`/board/${of.slug}`)).toBe(before);
    await closeAndCount();
    expect(await reader.read(`/board/${of.slug}`)).toContain('45 people answered.');
  });

  test('K08 nobody’s own words stand on the board', async () => {
    await sendAll(
      world,
      of,
      many(30, at => ({ q5: at < 15 ? 'My neighbour Ravi drives too fast.' : null })),
    );
    await closeAndCount();
    const page = await reader.read(`/board/${of.slug}`);
    expect(page).toContain('15 of 30 people (50%) answered in their own words.');
    expect(page).not.toContain('Ravi');
    expect(await reader.read('/board')).not.toContain('Ravi');
  });

  test('the days on which people answered stand in weeks that hold enough of them', async () => {
    await sendAll(world, of, many(12));
    world.setNow('2026-11-24');
    await sendAll(world, of, many(3));
    world.setNow('2026-12-02');
    await sendAll(world, of, many(14));
    await closeAndCount();
    const days = sectionOf(await reader.read(`/board/${of.slug}`), 'days').replace(/\s+/g, ' ');
    expect(days).toContain('16 to 22 November');
    expect(days).toContain('12 (41%)');
    expect(days).toContain('23 November to 6 December');
    expect(days).toContain('17 (59%)');
  });

  test('before enough people answered there are no figures, and it says so', async () => {
    await sendAll(world, of, many(9));
    await renewSnapshots(world.deps);
    expect(await reader.read('/board')).toContain('Too few people so far to show how many');
    await closeAndCount();
    expect(await reader.read('/board')).toContain('Fewer than 10 people answered');
    const page = await reader.read(`/board/${of.slug}`);
    expect(page).not.toContain('<table class="bar-table">');
    expect(page).not.toMatch(/\b9 (of|people)/);
  });

  test('W13 K12 a reply that is late is shown as late, with its reason once there is one', async () => {
    world.setNow('2026-12-30');
    expect(await reader.read('/board')).toContain('No promise has come due yet.');
    world.setNow('2026-12-31');
    const board = await reader.read('/board');
    expect(board).toContain('0 of 1 promises so far were kept.');
    expect(board).toContain('Not done yet, 1 working day late. No reason given yet.');
    const fields = { words: 'Thank you for your answers.', reason: 'Two of us were ill.' };
    expect((await officer.post(`/desk/consultations/${of.id}/acknowledgement`, fields)).status).toBe(303);
    const after = await reader.read('/board');
    expect(after).toContain('Done on Thursday 31 December, 1 working day late. Why: Two of us were ill.');
    const page = await reader.read(`/board/${of.slug}`);
    expect(page).toContain('Why: Two of us were ill.');
    expect(page).toContain('Replied late');
  });

  test('K12 a reply in time counts as kept', async () => {
    world.setNow('2026-12-16');
    await officer.post(`/desk/consultations/${of.id}/acknowledgement`, { words: 'Thank you for your answers.' });
    expect(await reader.read('/board')).toContain('1 of 1 promises so far was kept.');
    expect(await reader.read(`/board/${of.slug}`)).toContain('Done on Wednesday 16 December.');
  });

  test('the board is for board members, officers and administrators, and shows what is published', async () => {
    for (const role of ['board member', 'officer', 'administrator'] as const) {
      const visitor = await world.signIn(role, world.organisations.health);
      expect((await visitor.get('/board')).status, role).toBe(200);
      expect((await visitor.get(`/board/${of.slug}`)).status, role).toBe(200);
    }
    const forum = await world.signIn('forum member');
    expect((await forum.get('/board')).status).toBe(403);
    expect((await forum.get(`/board/${of.slug}`)).status).toBe(403);
    expect((await world.visitor().get('/board')).headers.get('location')).toContain('/sign-in');
    const draft = await planConsultation(world, officer, { title: 'Not public yet' });
    expect((await reader.get(`/board/${draft.slug}`)).status).toBe(404);
    expect((await reader.get('/board/nothing')).status).toBe(404);
    expect(await reader.read('/board')).not.toContain('Not public yet');
  });
});

/** The part of the page about one question. */
function sectionOf(page: string, id: string): string {
  const start = page.indexOf(`<section aria-labelledby="figure-${id}"`);
  return start < 0 ? '' : page.slice(page.indexOf('</h3>', start), page.indexOf('</section>', start));
}
