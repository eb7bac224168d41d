import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findPicture } from '../../src/analysis/queries.ts';
import { renewSnapshots } from '../../src/analysis/snapshots.ts';
import { forgetDrafts } from '../../src/responses/forget-drafts.ts';
import { openConsultation, type Officer, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';
import { talliesOf } from '../support/tallies.ts';
import { answerAll, base, draftIn, draftsOf, expectTallies, headingIn, linkIn, referenceIn, responsesOf, sendAll } from './family.ts'; // prettier-ignore

const LAST_SECOND = '2026-12-14T23:59:59Z';
const JUST_CLOSED = '2026-12-15T00:00:00Z';
const IN_TIME = '2026-12-15T00:29:59Z';
const OVER = '2026-12-15T00:30:00Z';

onBothDatabases('the close', dialect => {
  let world: World;
  let officer: Officer;
  let planned: Planned;
  let path: string;
  beforeAll(async () => void (world = await createWorld(dialect)));
  beforeEach(async () => {
    world.setNow('2026-11-22');
    officer = await world.signIn('officer');
    planned = await openConsultation(world, officer);
    path = base(planned.slug);
  });
  afterAll(() => world.close());

  test('what was begun before the close can be finished and sent for half an hour, and counts for the last day', async () => {
    const visitor = world.visitor();
    await visitor.post(`${path}/q1`, { answer: 'parent' });
    world.setNow(JUST_CLOSED);
    const back = await visitor.read(path);
    expect(headingIn(back)).toBe('Welcome back');
    expect(back).toContain('until half past midnight');
    world.setNow(IN_TIME);
    const sent = await sendAll(visitor, planned.slug);
    expect(headingIn(sent)).toBe('Your answers have been sent');
    expect(await responsesOf(world, planned.id)).toMatchObject([{ day: '2026-12-14', reference: referenceIn(sent) }]);
    const draft = 'of-before';
    expect((await visitor.post(`${path}/sending`, { draft })).headers.get('location')).toBe(`${path}/sent`);
    const day = { dimension: 'day', value: '2026-12-14', question: '' };
    expect(await talliesOf(world, planned.id)).toContainEqual(expect.objectContaining({ ...day, count: 1 }));
    await expectTallies(world, planned.id);
  });

  test('nobody begins after the close', async () => {
    world.setNow(JUST_CLOSED);
    const visitor = world.visitor();
    const closed = await visitor.read(path);
    expect(headingIn(closed)).toBe('This survey has closed');
    for (const page of [closed, await visitor.read(path.replace(/\/answer$/, ''))]) {
      expect(page).toMatch(/href="\/consultations\/[\w-]+\/news"/);
      expect(page).toContain('See what is open now');
    }
    expect((await visitor.post(`${path}/q1`, { answer: 'parent' })).status).toBe(409);
    expect(await draftsOf(world, planned.id)).toEqual([]);
  });

  test('a change that was begun can be sent in that half hour, and none can be begun', async () => {
    const [visitor, late] = [world.visitor(), world.visitor()];
    const reference = referenceIn(await sendAll(visitor, planned.slug));
    const other = await sendAll(late, planned.slug);
    await visitor.post(`${path}/change`, { reference });
    await visitor.post(`${path}/q2`, { answer: 'a', to: 'check' });
    world.setNow(IN_TIME);
    expect(await visitor.read(`${path}/sent`)).toContain('Carry on with my change');
    const draft = draftIn(await (await visitor.follow(visitor.post(`${path}/change`, { reference }))).text());
    await visitor.post(`${path}/sending`, { draft });
    expect((await expectTallies(world, planned.id)).get('q2 a')).toBe(1);
    expect(await late.read(linkIn(other))).not.toContain('Change my answers');
    expect((await late.post(`${path}/change`, { reference: referenceIn(other) })).status).toBe(409);
  });

  test('after that nothing is taken, and a kind page keeps the words and says whom to ask', async () => {
    const visitor = world.visitor();
    const draft = draftIn(await answerAll(visitor, planned.slug));
    world.setNow(OVER);
    const refused = await visitor.post(`${path}/sending`, { draft });
    expect(refused.status).toBe(409);
    const page = await refused.text();
    expect(headingIn(page)).toBe('This survey has closed');
    for (const words of ['More Saturday clubs, please.', 'Rowan Hale', '01632 960 111', 'deleted 24 hours after the close'])
      expect(page).toContain(words); // prettier-ignore
    expect(await (await visitor.post(`${path}/q5`, { answer: 'Typed too late' })).text()).toContain('Typed too late');
    expect(await responsesOf(world, planned.id)).toEqual([]);
    const start = await visitor.read(path);
    expect(start).not.toContain('More Saturday clubs');
    expect(start).toContain(`href="${path}/check"`);
    expect(await visitor.read(`${path}/check`)).toContain('More Saturday clubs, please.');
  });

  test('what was never sent goes 24 hours after the close, and its cookie at the next visit', async () => {
    const visitor = world.visitor();
    world.setNow(LAST_SECOND);
    await visitor.post(`${path}/q1`, { answer: 'young' });
    world.setNow('2026-12-15T23:59:59Z');
    await forgetDrafts(world.deps);
    expect(await draftsOf(world, planned.id)).toHaveLength(1);
    world.setNow('2026-12-16T00:00:00Z');
    await forgetDrafts(world.deps);
    expect(await draftsOf(world, planned.id)).toEqual([]);
    const after = await visitor.get(path);
    expect(after.headers.getSetCookie()[0]).toContain('draft=; Max-Age=0;');
    expect(await after.text()).not.toContain(`href="${path}/check"`);
  });

  test('when the close moves later, what was begun and its cookie live to the new one', async () => {
    const visitor = world.visitor();
    const first = await visitor.post(`${path}/q1`, { answer: 'young' });
    const seconds = Number(/Max-Age=(\d+);/.exec(first.headers.getSetCookie()[0] ?? '')?.[1]);
    const to = { 'to-day': '18', 'to-month': '1', 'to-year': '2027' };
    const dates = `/desk/consultations/${planned.id}/dates`;
    const reason = 'Two schools asked for more time.';
    await officer.post(dates, { which: 'outcome_on', ...to, 'to-month': '3', reason });
    await officer.post(dates, { which: 'closes_on', ...to, reason });
    world.setNow('2027-01-18T23:59:00Z');
    await forgetDrafts(world.deps);
    expect(world.deps.now().subtract({ seconds }).toString() < '2026-11-22').toBe(true);
    expect(headingIn(await sendAll(visitor, planned.slug))).toBe('Your answers have been sent');
    world.setNow('2027-01-19');
    expect(headingIn(await visitor.read(path))).not.toBe('Welcome back');
  });

  test('W13 nobody is thanked and nothing decided while something can still arrive, and the picture holds it all', async () => {
    const visitor = world.visitor();
    const draft = draftIn(await answerAll(visitor, planned.slug));
    for (let n = 0; n < 11; n++) await sendAll(world.visitor(), planned.slug);
    world.setNow(IN_TIME);
    await renewSnapshots(world.deps);
    expect((await findPicture(world.db.read, planned.id))?.afterClose).not.toBe(true);
    const reply = `/desk/consultations/${planned.id}/acknowledgement`;
    expect((await officer.post(reply, { words: 'Thank you.' })).status).toBe(409);
    expect(headingIn(await officer.read(`/desk/consultations/${planned.id}/outcomes`))).toBe(
      'Nothing can be decided before the close',
    );
    await visitor.post(`${path}/sending`, { draft });
    world.setNow('2026-12-15T00:32:00Z');
    await renewSnapshots(world.deps);
    const picture = await findPicture(world.db.read, planned.id);
    expect(picture).toMatchObject({ afterClose: true, figures: { responses: 12 } });
    expect((await officer.post(reply, { words: 'Thank you.' })).status).toBe(303);
  });
});
