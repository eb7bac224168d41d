import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { forgetDrafts } from '../../src/responses/forget-drafts.ts';
import { openConsultation, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { Visitor } from '../support/visitor.ts';
import { createWorld, type World } from '../support/world.ts';
import { answerAll, base, draftIn, draftsOf, headingIn, linkIn, referenceIn, responsesOf, sendAll } from './family.ts'; // prettier-ignore

onBothDatabases('a shared device', dialect => {
  let world: World;
  let planned: Planned;
  let path: string;
  beforeAll(async () => void (world = await createWorld(dialect)));
  beforeEach(async () => {
    world.setNow('2026-11-22T12:00:00Z');
    planned = await openConsultation(world, await world.signIn('officer'));
    path = base(planned.slug);
  });
  afterAll(() => world.close());

  async function tablet(): Promise<Visitor> {
    const visitor = world.visitor();
    await visitor.post(`${path}/kiosk`, { shared: 'yes' });
    return visitor;
  }

  test('is set up by a press and not by a look, and can be set back', async () => {
    const visitor = world.visitor();
    expect(headingIn(await visitor.read(`${path}/kiosk`))).toBe('A shared tablet or computer');
    expect(visitor.cookies.has('kiosk')).toBe(false);
    await visitor.post(`${path}/kiosk`, { shared: 'yes' });
    expect(visitor.cookies.get('kiosk')).toEqual({ value: 'yes', path });
    await visitor.post(`${path}/kiosk`, { shared: 'no' });
    expect(visitor.cookies.has('kiosk')).toBe(false);
  });

  test('says that it forgets after 5 minutes, and its draft’s cookie lives so long from each page', async () => {
    const visitor = await tablet();
    expect(await visitor.read(path)).toContain('nobody presses anything for 5 minutes');
    const first = await visitor.post(`${path}/q1`, { answer: 'young' });
    expect(first.headers.getSetCookie()[0]).toMatch(/^draft=[\w-]{43}; Max-Age=300;/);
    const page = await visitor.get(`${path}/q2`);
    expect(page.headers.getSetCookie()[0]).toMatch(/^draft=[\w-]{43}; Max-Age=300;/);
    const html = await page.text();
    expect(html).toContain('data-shared="5"');
    expect(html).toContain(`<noscript><meta http-equiv="refresh" content="240;url=${path}/kiosk?still=1"></noscript>`);
    expect(await visitor.read(path)).toContain('Welcome back');
  });

  test('asks whether somebody is still there without renewing anything, and a free one waits for nobody', async () => {
    const visitor = await tablet();
    await visitor.post(`${path}/q1`, { answer: 'young' });
    const still = await visitor.get(`${path}/kiosk?still=1`);
    expect(still.headers.getSetCookie()).toEqual([]);
    expect(headingIn(await still.text())).toBe('Are you still there?');
    await visitor.post(`${path}/start`);
    expect(await visitor.read(path)).not.toContain('data-shared');
  });

  test('shows no private link, and after sending goes back to the start for the next person', async () => {
    const visitor = await tablet();
    await answerAll(visitor, planned.slug);
    for (const page of ['', '/q1', '/check', '/later'])
      expect(await visitor.read(`${path}${page}`), page).not.toMatch(/answer\/(link|later)/);
    const draft = draftIn(await visitor.read(`${path}/check`));
    expect((await visitor.post(`${path}/later`, { email: 'a@home.example', draft })).status).toBe(409);
    const sent = await sendAll(visitor, planned.slug);
    expect(referenceIn(sent)).toMatch(/^[2-9B-Z]{4}-[2-9B-Z]{4}$/);
    expect(linkIn(sent)).toBe('');
    expect(sent).not.toContain('More Saturday clubs');
    expect(headingIn(await visitor.read(path))).toBe('Before you start');
    expect(visitor.cookies.has('receipt')).toBe(false);
    await sendAll(visitor, planned.slug);
    expect(await responsesOf(world, planned.id)).toHaveLength(2);
  });

  test('what was begun on it and never sent is deleted, while others’ drafts stay', async () => {
    const [visitor, other] = [await tablet(), world.visitor()];
    await visitor.post(`${path}/q1`, { answer: 'young' });
    await other.post(`${path}/q1`, { answer: 'young' });
    world.setNow('2026-11-22T12:20:00Z');
    await visitor.post(`${path}/q2`, { answer: 'b' });
    world.setNow('2026-11-22T12:40:00Z');
    await forgetDrafts(world.deps);
    expect(await draftsOf(world, planned.id)).toHaveLength(2);
    world.setNow('2026-11-22T12:50:00Z');
    await forgetDrafts(world.deps);
    expect((await draftsOf(world, planned.id)).map(draft => draft.forget_at)).toEqual([null]);
  });

  test('the officer finds the link for it on the desk', async () => {
    const officer = await world.signIn('officer');
    const { id, slug } = await openConsultation(world, officer);
    expect(await officer.read(`/desk/consultations/${id}`)).toContain(`${base(slug)}/kiosk`);
  });

  test('whoever comes by a link on another site is asked first whether these answers are theirs', async () => {
    const phone = world.visitor();
    await answerAll(phone, planned.slug);
    const from = { 'sec-fetch-site': 'cross-site' };
    for (const page of ['q5', 'check', 'later', 'sent', 'withdrawal']) {
      const response = await phone.get(`${path}/${page}`, from);
      expect(response.headers.get('location'), page).toBe(path);
    }
    expect(await (await phone.get(`${path}/check`, { 'sec-fetch-site': 'same-origin' })).text()).toContain('Saturday');
    const link = linkIn(await sendAll(phone, planned.slug));
    expect((await phone.get(`${path}/sent`, from)).headers.get('location')).toBe(path);
    const opened = await phone.get(link, from);
    expect(await (await phone.get(opened.headers.get('location') ?? '', from)).text()).toContain('Saturday');
    world.setNow('2026-12-20');
    expect(await (await world.visitor().get(`${path}/q5`, from)).text()).toContain('This survey has closed');
  });
});
