import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { listContacts } from '../../src/responses/news/queries.ts';
import { stopPath } from '../../src/responses/news/stop.ts';
import { openConsultation, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';
import { headingIn, sendAll, titleIn } from './family.ts';

onBothDatabases('an address for news', dialect => {
  let world: World;
  let planned: Planned;
  let path: string;
  beforeAll(async () => void (world = await createWorld(dialect)));
  beforeEach(async () => {
    planned = await openConsultation(world, await world.signIn('officer'));
    path = `/consultations/${planned.slug}/news`;
  });
  afterAll(() => world.close());

  const contacts = () => listContacts(world.db.read, planned.id);

  test('by email, by post and by phone, each once however often it is left', async () => {
    const visitor = world.visitor();
    expect(headingIn(await visitor.read(path))).toBe('Leave an email address for news');
    for (const email of ['Ada@Home.example', ' ada@home.example '])
      expect(headingIn(await (await visitor.follow(visitor.post(path, { way: 'email', email }))).text())).toBe(
        'Thank you. We will be in touch',
      );
    for (const phone of ['01632 960 123', '(01632) 960-123']) await visitor.post(path, { way: 'phone', phone });
    for (const post of ['1 High Street\r\nHallow', '1  High Street \n Hallow'])
      await visitor.post(path, { way: 'post', name: 'Ada Reed', post });
    expect((await contacts()).map(({ way, name, address }) => ({ way, name, address })).sort(byWay)).toEqual([
      { way: 'email', name: '', address: 'ada@home.example' },
      { way: 'phone', name: '', address: '01632960123' },
      { way: 'post', name: 'Ada Reed', address: '1 High Street\nHallow' },
    ]);
  });

  const byWay = (a: { way: string }, b: { way: string }) => a.way.localeCompare(b.way);

  test.each([
    [{ way: 'email', email: '' }],
    [{ way: 'email', email: 'a@b.example, c@d.example' }],
    [{ way: 'email', email: 'Ada <ada@home.example>' }],
    [{ way: 'phone', phone: 'call me' }],
    [{ way: 'post', name: 'Ada Reed', post: '' }],
  ])('what is no address comes back with what was typed: %o', async fields => {
    const response = await world.visitor().post(path, fields);
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(titleIn(page)).toMatch(/^Error: /);
    for (const value of Object.values(fields).filter(each => each.includes(' ') && !each.includes('<')))
      expect(page).toContain(value);
    expect(await contacts()).toEqual([]);
  });

  test('the request carries nothing of the answers: no cookie of theirs reaches the page', async () => {
    const visitor = world.visitor();
    const sent = await sendAll(visitor, planned.slug);
    expect(sent).toContain(`href="${path}?sent=yes"`);
    expect([...visitor.cookies.values()].every(cookie => !path.startsWith(cookie.path))).toBe(true);
    const page = await visitor.read(path);
    expect(page).not.toMatch(/name="(draft|reference)"/);
  });

  test('somebody who comes from a confirmation finds the way back to it, and nobody else is shown one', async () => {
    const visitor = world.visitor();
    await sendAll(visitor, planned.slug);
    const back = 'Back to your confirmation and private link';
    const page = await visitor.read(`${path}?sent=yes`);
    expect(page).toContain(back);
    const sent = /name="sent" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const left = visitor.post(path, { way: 'email', email: 'ada@home.example', sent });
    const thanks = await (await visitor.follow(left)).text();
    expect(thanks).toContain(back);
    expect(thanks).toContain(`href="/consultations/${planned.slug}/answer/sent"`);
    const refused = await (await visitor.post(path, { way: 'email', email: '', sent })).text();
    expect(refused).toContain(back);
    for (const other of [path, `${path}/thanks`]) expect(await world.visitor().read(other)).not.toContain(back);
  });

  test('the link in each mail stops it, by a button, and only the one who holds it can', async () => {
    const visitor = world.visitor();
    await visitor.post(path, { way: 'email', email: 'ada@home.example' });
    await visitor.post(path, { way: 'email', email: 'ben@home.example' });
    const ada = (await contacts()).find(each => each.address.startsWith('ada'));
    if (!ada) throw new Error('Ada left her address.');
    const stop = stopPath(world.deps.config, ada);
    expect(headingIn(await visitor.read(stop))).toBe('Stop this news?');
    expect(await contacts()).toHaveLength(2);
    const reader = world.visitor();
    await reader.post('/language', { language: 'ur', back: '/' });
    expect(titleIn(await reader.read(stop))).toMatch(/: \u2066.+\u2069 – /);
    const done = await (await visitor.follow(visitor.post(stop))).text();
    expect(headingIn(done)).toBe('You will get no more news');
    expect((await contacts()).map(each => each.address)).toEqual(['ben@home.example']);
    expect((await visitor.post(stop)).status).toBe(303);
    expect((await visitor.get(`${stop.slice(0, -1)}x`)).status).toBe(404);
    expect((await visitor.post(`/news/stop/${planned.id}/short`)).status).toBe(404);
  });

  test('fifty people at once are fifty contacts', async () => {
    const emails = Array.from({ length: 50 }, (_, at) => `person${at}@home.example`);
    await Promise.all(emails.map(email => world.visitor().post(path, { way: 'email', email })));
    expect((await contacts()).map(each => each.address).sort()).toEqual([...emails].sort());
  });
});
