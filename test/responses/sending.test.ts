import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { growStamp } from '../../src/audit/queries.ts';
import { openConsultation, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { Fields } from '../support/visitor.ts';
import { createWorld, type World } from '../support/world.ts';
import {
  answerAll,
  base,
  draftIn,
  draftsOf,
  expectTallies,
  headingIn,
  linkIn,
  referenceIn,
  responsesOf,
  sendAll,
  usualAnswers,
} from './family.ts';

onBothDatabases('sending', dialect => {
  let world: World;
  let planned: Planned;
  let path: string;
  beforeAll(async () => void (world = await createWorld(dialect)));
  beforeEach(async () => {
    world.setNow('2026-11-22');
    planned = await openConsultation(world, await world.signIn('officer'));
    path = base(planned.slug);
  });
  afterAll(() => world.close());

  test('fifty at once are one response, and each gets the same confirmation', async () => {
    const visitor = world.visitor();
    const draft = draftIn(await answerAll(visitor, planned.slug));
    const cookies = new Map(visitor.cookies);
    const pages = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const tab = world.visitor();
        for (const [name, cookie] of cookies) tab.cookies.set(name, cookie);
        return (await tab.follow(tab.post(`${path}/sending`, { draft }))).text();
      }),
    );
    const [response, ...others] = await responsesOf(world, planned.id);
    expect(others).toEqual([]);
    expect(new Set(pages.map(referenceIn))).toEqual(new Set([response?.reference]));
    expect(new Set(pages.map(linkIn)).size).toBe(1);
    expect((await expectTallies(world, planned.id)).get(' *')).toBe(1);
  });

  test('forty families at once are forty responses, each counted once', async () => {
    const visitors = Array.from({ length: 40 }, () => world.visitor());
    const pages = await Promise.all(visitors.map(visitor => sendAll(visitor, planned.slug)));
    expect(new Set(pages.map(referenceIn)).size).toBe(40);
    expect(await responsesOf(world, planned.id)).toHaveLength(40);
    expect((await expectTallies(world, planned.id)).get('q2 b')).toBe(40);
  });

  test('pressing twice and going back lead to the same confirmation', async () => {
    const visitor = world.visitor();
    const draft = draftIn(await answerAll(visitor, planned.slug));
    const first = await (await visitor.follow(visitor.post(`${path}/sending`, { draft }))).text();
    const second = await (await visitor.follow(visitor.post(`${path}/sending`, { draft }))).text();
    expect(referenceIn(second)).toBe(referenceIn(first));
    for (const page of ['check', 'q3', 'q1']) expect(referenceIn(await visitor.read(`${path}/${page}`)), page).toBe(referenceIn(first)); // prettier-ignore
    const late = await visitor.post(`${path}/q5`, { answer: 'One more thing', draft });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(headingIn(page)).toBe('These answers have been sent already');
    expect(page).toContain('One more thing');
    expect(await responsesOf(world, planned.id)).toHaveLength(1);
  });

  test('after sending the draft’s cookie goes, and the receipt’s lives for a quarter of an hour', async () => {
    const visitor = world.visitor();
    const draft = draftIn(await answerAll(visitor, planned.slug));
    const lines = (await visitor.post(`${path}/sending`, { draft })).headers.getSetCookie();
    expect(lines.find(line => line.startsWith('draft='))).toContain('Max-Age=0');
    expect(lines.find(line => line.startsWith('receipt='))).toContain('Max-Age=900');
    expect(visitor.cookies.has('draft')).toBe(false);
    visitor.cookies.clear();
    const lost = await visitor.get(`${path}/sent`);
    expect(lost.status).toBe(404);
    expect(headingIn(await lost.text())).toBe('We cannot find those answers from here');
  });

  test('somebody else can answer from the same device straight after', async () => {
    const visitor = world.visitor();
    await sendAll(visitor, planned.slug);
    expect(headingIn(await visitor.read(path))).toBe('Answers were sent from this device');
    await visitor.post(`${path}/start`);
    await sendAll(visitor, planned.slug);
    expect(await responsesOf(world, planned.id)).toHaveLength(2);
  });

  test('a change takes the old answers out of the tallies and puts the new in', async () => {
    const visitor = world.visitor();
    const first = await sendAll(visitor, planned.slug);
    const reference = referenceIn(first);
    const check = await (await visitor.follow(visitor.post(`${path}/change`, { reference }))).text();
    expect(headingIn(check)).toBe('Check your changes');
    await visitor.post(`${path}/q2`, { answer: 'a', to: 'check' });
    await visitor.post(`${path}/q4`, { answer: ['b'], to: 'check' });
    expect((await expectTallies(world, planned.id)).get('q2 b')).toBe(1);
    world.setNow('2026-11-25');
    const again = await (await visitor.follow(visitor.post(`${path}/sending`, { draft: draftIn(check) }))).text();
    expect(referenceIn(again)).toBe(reference);
    expect(linkIn(again)).toBe(linkIn(first));
    expect(again).toContain('Last changed on Wednesday 25 November.');
    const tallies = await expectTallies(world, planned.id);
    expect([tallies.get('q2 b'), tallies.get('q2 a'), tallies.get('q4 a'), tallies.get('q4 b'), tallies.get(' *')]).toEqual(
      [undefined, 1, undefined, 1, 1],
    ); // prettier-ignore
    expect(await responsesOf(world, planned.id)).toMatchObject([{ day: '2026-11-22', changed_on: '2026-11-25' }]);
    expect(await draftsOf(world, planned.id)).toEqual([]);
  });

  test('a change can be given up: what was sent stays, and the check leads back to it', async () => {
    const visitor = world.visitor();
    const reference = referenceIn(await sendAll(visitor, planned.slug));
    const check = await (await visitor.follow(visitor.post(`${path}/change`, { reference }))).text();
    expect(check).toContain(`href="${path}/sent"`);
    expect(check).toContain('Keep what I sent');
    await visitor.post(`${path}/q2`, { answer: 'c', to: 'check' });
    expect(await visitor.read(path)).toContain('Somebody has begun to change them.');
    await visitor.post(`${path}/unchanged`, { draft: 'of-somebody-else' });
    expect(await draftsOf(world, planned.id)).toHaveLength(1);
    const kept = await visitor.follow(visitor.post(`${path}/unchanged`, { draft: draftIn(check) }));
    const page = await kept.text();
    expect(headingIn(page)).toBe('Your answers have been sent');
    expect(page).not.toContain('Very hard');
    expect(await draftsOf(world, planned.id)).toHaveLength(0);
    await expectTallies(world, planned.id);
    expect((await world.visitor().post(`${path}/unchanged`, { draft: draftIn(check) })).status).toBe(409);
  });

  test('an old form pressed again does not send a change that is being made', async () => {
    const visitor = world.visitor();
    const old = draftIn(await answerAll(visitor, planned.slug));
    const reference = referenceIn(await (await visitor.follow(visitor.post(`${path}/sending`, { draft: old }))).text());
    await visitor.post(`${path}/change`, { reference });
    await visitor.post(`${path}/q2`, { answer: 'a', to: 'check' });
    const page = await (await visitor.follow(visitor.post(`${path}/sending`, { draft: old }))).text();
    expect(page).toMatch(/You have begun a change that is not sent yet\.[^]*class="panel"/);
    expect((await expectTallies(world, planned.id)).get('q2 b')).toBe(1);
    const check = await (await visitor.follow(visitor.post(`${path}/change`, { reference }))).text();
    expect(check).toContain('Easy');
  });

  test('a withdrawal erases the answers and leaves an empty row that counts nowhere', async () => {
    const visitor = world.visitor();
    const reference = referenceIn(await sendAll(visitor, planned.slug));
    await sendAll(world.visitor(), planned.slug);
    expect(headingIn(await visitor.read(`${path}/withdrawal`))).toBe('Withdraw your answers?');
    expect((await visitor.post(`${path}/withdrawal`, { reference: 'ABCD-EFGH' })).status).toBe(409);
    const page = await (await visitor.follow(visitor.post(`${path}/withdrawal`, { reference }))).text();
    expect(headingIn(page)).toBe('Your answers have been withdrawn');
    expect(page).not.toContain('More Saturday clubs');
    const rows = await responsesOf(world, planned.id);
    expect(rows.find(row => row.reference === reference)).toMatchObject({ answers: '{}', withdrawn_on: '2026-11-22' });
    expect((await expectTallies(world, planned.id)).get(' *')).toBe(1);
    await visitor.post(`${path}/withdrawal`, { reference });
    expect((await expectTallies(world, planned.id)).get(' *')).toBe(1);
  });

  test('the private link leads to the draft while it is not sent, and then to what was sent', async () => {
    const visitor = world.visitor();
    await visitor.post(`${path}/q1`, { answer: 'young' });
    const link = linkIn(await visitor.read(`${path}/later`));
    const elsewhere = world.visitor();
    const exchange = await elsewhere.get(link);
    expect(exchange.status).toBe(303);
    expect(exchange.headers.get('location')).toBe(`${path}?opened=1`);
    expect(headingIn(await elsewhere.read(path))).toBe('Welcome back');
    const reference = referenceIn(await sendAll(elsewhere, planned.slug, usualAnswers.slice(1)));
    const third = world.visitor();
    expect((await third.get(link)).headers.get('location')).toBe(`${path}/sent?opened=1`);
    expect(referenceIn(await third.read(`${path}/sent`))).toBe(reference);
    const wrong = await world.visitor().get(`${link.slice(0, -1)}`);
    expect(wrong.status).toBe(404);
  });

  test('after the close the link still deletes the words, and the counts stay', async () => {
    const visitor = world.visitor();
    const reference = referenceIn(await sendAll(visitor, planned.slug));
    world.setNow('2027-01-10');
    expect((await visitor.post(`${path}/change`, { reference })).status).toBe(409);
    expect(headingIn(await visitor.read(`${path}/withdrawal`))).toBe('Delete your words?');
    const page = await (await visitor.follow(visitor.post(`${path}/withdrawal`, { reference }))).text();
    expect(page).toContain('Your words were deleted on');
    expect(page).not.toContain('More Saturday clubs');
    const [row] = await responsesOf(world, planned.id);
    expect(row).toMatchObject({ words_erased_on: '2027-01-10', withdrawn_on: null });
    expect(JSON.parse(row?.answers ?? '')).toMatchObject({ q2: 'b', q5: '' });
    expect((await expectTallies(world, planned.id)).get('q5 *')).toBe(1);
  });

  test('what was marked and quoted of words goes with them', async () => {
    const officer = await world.signIn('officer');
    const visitor = world.visitor();
    const reference = referenceIn(await sendAll(visitor, planned.slug));
    const [row] = await responsesOf(world, planned.id);
    const theme = { id: `theme-${planned.id}`, consultation_id: planned.id, position: 1, name: 'Days', summary: '' };
    const by = { created_at: '2026-11-22T12:00:00.000Z', created_by: officer.personId };
    await world.db.write.insertInto('themes').values({ ...theme, ...by }).execute(); // prettier-ignore
    const mark = { theme_id: theme.id, response_id: row?.id ?? '', question: 'q5' };
    const marked = { ...mark, marked_at: by.created_at, marked_by: officer.personId };
    await world.db.write.insertInto('marks').values(marked).execute();
    await visitor.post(`${path}/change`, { reference });
    const marks = () => world.db.read.selectFrom('marks').selectAll().where('theme_id', '=', theme.id).execute();
    await sendAll(visitor, planned.slug, [['q2', { answer: 'a' }]]);
    expect(await marks()).toHaveLength(1);
    await visitor.post(`${path}/change`, { reference });
    await sendAll(visitor, planned.slug, [['q5', { answer: 'Other words' }]]);
    expect(await marks()).toHaveLength(0);
  });

  test.runIf(dialect === 'postgres')('quoted words that change wait for no act that waits for them', async () => {
    const officer = await world.signIn('officer');
    const visitor = world.visitor();
    const reference = referenceIn(await sendAll(visitor, planned.slug));
    const [row] = await responsesOf(world, planned.id);
    const said = { heading: 'Days', you_said: 'More days.', decision: 'will', words: 'We will.', why: '', owner: '' };
    const dates = { due_on: null, done_on: null, created_at: '2026-11-22T12:00:00.000Z' };
    const outcome = { id: `outcome-${planned.id}`, consultation_id: planned.id, position: 1, ...said, ...dates };
    await world.db.write
      .insertInto('outcomes')
      .values({ ...outcome, created_by: officer.personId })
      .execute();
    const quote = { id: `quote-${planned.id}`, outcome_id: outcome.id, response_id: row?.id ?? '', question: 'q5' };
    await world.db.write
      .insertInto('quotes')
      .values({ ...quote, words: 'More Saturday clubs' })
      .execute();
    await visitor.post(`${path}/change`, { reference });
    const changing: Promise<string>[] = [];
    await world.db.write.transaction().execute(async tx => {
      await tx.selectFrom('tally_sheets').selectAll().where('consultation_id', '=', planned.id).forUpdate().execute();
      const changes: [string, Fields][] = [
        ['q2', { answer: 'a' }],
        ['q5', { answer: 'Other words' }],
      ];
      changing.push(sendAll(visitor, planned.slug, changes));
      const waiting = sql<{ n: string }>`select count(*) as n from pg_locks where not granted`;
      await expect.poll(async () => Number((await waiting.execute(tx)).rows[0]?.n), { timeout: 5000 }).toBe(1);
      await sql`set local lock_timeout = '300ms'`.execute(tx);
      await growStamp(tx);
    });
    expect(referenceIn((await changing[0]) ?? '')).toBe(reference);
    expect(await world.db.read.selectFrom('quotes').selectAll().where('id', '=', quote.id).execute()).toEqual([]);
  });
});
