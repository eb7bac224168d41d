import { afterEach, beforeEach, expect, test } from 'vitest';
import { openConsultation, type Officer, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';
import { commentsIn, many, prepare, send, sendAll, usual, withdraw } from './sent.ts';

onBothDatabases('answers, for the team', dialect => {
  let world: World;
  let officer: Officer;
  let of: Planned;
  let path: string;

  beforeEach(async () => {
    world = await createWorld(dialect, '2026-11-22');
    officer = await world.signIn('officer');
    of = await openConsultation(world, officer, { closes_on: '2026-12-14' });
    path = `/desk/consultations/${of.id}/answers`;
  });
  afterEach(() => world.close());

  test('K08 words and live counts are for the team alone', async () => {
    await sendAll(world, of, [usual({ q5: 'The bus is too early.' })]);
    expect(await officer.read(path)).toContain('1 person has answered so far.');
    expect(await officer.read(`${path}/q5`)).toContain('The bus is too early.');
    for (const role of ['officer', 'administrator'] as const) {
      const other = await world.signIn(role);
      for (const page of [path, `${path}/q5`]) expect((await other.get(page)).status, role).toBe(404);
    }
    for (const role of ['board member', 'forum member'] as const) {
      const other = await world.signIn(role);
      for (const page of [path, `${path}/q5`]) expect((await other.get(page)).status, role).toBe(403);
    }
  });

  test('the team sees every count as it stands, small ones too', async () => {
    await sendAll(
      world,
      of,
      many(3, at => ({ q2: at === 0 ? 'c' : 'a', q5: at === 0 ? 'One wrote this.' : null })),
    );
    const page = await officer.read(path);
    expect(page).toContain('2 of 3 people (67%) said ‘Easy’.');
    expect(page).toContain('1 (33%)');
    expect(page).toContain('1 person wrote something');
    expect(page).toContain('For the team only.');
  });

  test('comments come by pages of 50, each once, and only of one question', async () => {
    await sendAll(
      world,
      of,
      many(61, at => ({ q5: at < 58 ? `Comment number ${at}.` : null })),
    );
    const first = await officer.read(`${path}/q5`);
    expect(commentsIn(first)).toHaveLength(50);
    const next = /href="([^"]+)">Next comments/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await officer.read(next);
    expect(commentsIn(second)).toHaveLength(8);
    expect(new Set([...commentsIn(first), ...commentsIn(second)]).size).toBe(58);
    expect(second).not.toContain('Next comments');
    expect((await officer.get(`${path}/q2`)).status).toBe(404);
    expect((await officer.get(`${path}/nothing`)).status).toBe(404);
  });

  test('where few wrote something, a page still ends and the next one goes on', async () => {
    await sendAll(
      world,
      of,
      many(3, at => ({ q5: at === 1 ? 'Only I wrote.' : null })),
    );
    expect(commentsIn(await officer.read(`${path}/q5`))).toEqual(['Only I wrote.']);
    expect(await officer.read(`${path}/q5?after=zzzzzzzzzzzzzzzzzzzzzz`)).toContain('No comments here.');
  });

  test('withdrawn answers and erased words are not there', async () => {
    const [stays, goes, erased] = await sendAll(
      world,
      of,
      ['I stay.', 'I withdraw.', 'Erase my words.'].map(q5 => usual({ q5 })),
    );
    expect(stays).toBeDefined();
    await withdraw(goes);
    expect(commentsIn(await officer.read(`${path}/q5`)).sort()).toEqual(['Erase my words.', 'I stay.']);
    expect(await officer.read(path)).toContain('2 people have answered');
    world.setNow('2026-12-15');
    await withdraw(erased);
    expect(commentsIn(await officer.read(`${path}/q5`))).toEqual(['I stay.']);
    expect(await officer.read(path)).toContain('2 people have answered.');
  });

  test('what families write is shown as words, never as markup', async () => {
    await send(await prepare(world, of, usual({ q5: '<script>alert(1)</script> & "so on"' })));
    const page = await officer.read(`${path}/q5`);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;so on&quot;');
  });

  test('each comment says whether it may be quoted', async () => {
    await sendAll(world, of, [usual({ q5: 'Quote me.', quote: 'yes' }), usual({ q5: 'Do not.', quote: 'no' })]);
    const page = await officer.read(`${path}/q5`);
    expect(page).toMatch(/Quote me\.[^]*?May be quoted/);
    expect(page).toMatch(/Do not\.[^]*?Not to be quoted/);
  });
});
