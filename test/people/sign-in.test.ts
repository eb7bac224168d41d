import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startWorker, type Worker } from '../../src/jobs/worker.ts';
import { createSignInLink } from '../../src/people/links.ts';
import { onBothDatabases } from '../support/databases.ts';
import { startMailbox, type Mailbox } from '../support/mailbox.ts';
import { createWorld, type World } from '../support/world.ts';

const DAY = '2026-11-22T10:00:00Z';

onBothDatabases('signing in', dialect => {
  let world: World;
  let mailbox: Mailbox;
  let worker: Worker;
  let person: string;
  let email: string;

  beforeAll(async () => {
    mailbox = await startMailbox();
    world = await createWorld(dialect, DAY, {
      smtp: mailbox.smtp,
      mailFrom: 'desk@bracken.example',
      trustedProxies: 1,
    });
    worker = startWorker(world.deps);
    person = (await world.signIn('board member')).personId;
    const row = await world.db.read.selectFrom('people').select('email').where('id', '=', person).executeTakeFirst();
    email = row?.email ?? '';
  });
  afterEach(() => {
    mailbox.messages.length = 0;
    const later = world.deps.now().add({ hours: 1 });
    world.setNow(later.toString());
  });
  afterAll(async () => {
    await worker.stop();
    await mailbox.close();
    await world.close();
  });

  /** Asks for a link and gives its path, as it came by mail. */
  async function linkByMail(next = ''): Promise<string> {
    await world.visitor().post('/sign-in', { email, next });
    const [received] = await mailbox.waitFor(1);
    return new URL(/http\S+\/sign-in\/\S+/.exec(received?.text ?? '')?.[0] ?? '').href.replace(
      world.deps.config.publicUrl,
      '',
    );
  }

  test('a mailed link, one click, and one is at home; signing out ends it', async () => {
    const visitor = world.visitor();
    const confirm = await visitor.follow(visitor.get(await linkByMail()));
    expect(await confirm.text()).toContain('You are signing in as');
    const done = await visitor.post('/sign-in/confirm', { next: '' });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/board']);
    expect(done.headers.getSetCookie().join()).toMatch(
      /session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax/,
    );
    expect((await visitor.get('/sign-in')).headers.get('location')).toBe('/board');

    const before = visitor.cookies.get('session');
    expect((await visitor.post('/sign-out')).status).toBe(303);
    expect(visitor.cookies.has('session')).toBe(false);
    if (before) visitor.cookies.set('session', before);
    expect((await visitor.get('/sign-in')).status).toBe(200);
  });

  test('one goes on to the page one came for, and never to another site', async () => {
    const visitor = world.visitor();
    const asked = await visitor.get('/admin/people');
    expect(asked.headers.get('location')).toBe('/sign-in?next=%2Fadmin%2Fpeople');
    expect(await visitor.read('/sign-in?next=%2Fadmin%2Fpeople')).toContain('name="next" value="/admin/people"');
    const confirm = await visitor.get(await linkByMail('/admin/people'));
    expect(confirm.headers.get('location')).toBe('/sign-in/confirm?next=%2Fadmin%2Fpeople');
    const page = await visitor.read('/sign-in/confirm?next=%2Fadmin%2Fpeople');
    expect(page).toContain('name="next" value="/admin/people"');
    const done = await visitor.post('/sign-in/confirm', { next: '//elsewhere.example' });
    expect(done.headers.get('location')).toBe('/board');
  });

  test('a link works once', async () => {
    const link = await linkByMail();
    const first = world.visitor();
    await first.get(link);
    expect((await first.post('/sign-in/confirm')).status).toBe(303);
    const second = world.visitor();
    const page = await second.follow(second.get(link));
    expect(page.status).toBe(410);
    expect(await page.text()).toContain('This link no longer works');
    expect((await second.post('/sign-in/confirm')).status).toBe(410);
  });

  test('used twice at the same moment it signs in once', async () => {
    const link = await linkByMail();
    const visitors = Array.from({ length: 4 }, () => world.visitor());
    for (const visitor of visitors) await visitor.get(link);
    const answers = await Promise.all(visitors.map(visitor => visitor.post('/sign-in/confirm')));
    expect(answers.map(answer => answer.status).sort()).toEqual([303, 410, 410, 410]);
  });

  test('programs that open every link in a mail don’t use it up', async () => {
    const link = await linkByMail();
    for (let turn = 0; turn < 3; turn++) {
      const scanner = world.visitor();
      await scanner.follow(scanner.get(link));
    }
    const visitor = world.visitor();
    await visitor.get(link);
    expect((await visitor.post('/sign-in/confirm')).status).toBe(303);
  });

  test('a link is too old after ten minutes', async () => {
    const link = await linkByMail();
    world.setNow(world.deps.now().add({ minutes: 10, seconds: 1 }).toString());
    const visitor = world.visitor();
    expect((await visitor.follow(visitor.get(link))).status).toBe(410);
    expect((await visitor.post('/sign-in/confirm')).status).toBe(410);
  });

  test('a session ends after twelve hours', async () => {
    const visitor = world.visitor();
    await visitor.get(await linkByMail());
    await visitor.post('/sign-in/confirm');
    world.setNow(world.deps.now().add({ hours: 12, seconds: 1 }).toString());
    expect((await visitor.get('/sign-in')).status).toBe(200);
    await worker.tick();
    const left = await world.db.read.selectFrom('sessions').select('expires_at').execute();
    expect(left.filter(row => row.expires_at < world.deps.now().toString())).toEqual([]);
  });

  test('whether an address is known, the answer doesn’t tell', async () => {
    const ask = async (address: string) => {
      const visitor = world.visitor();
      const begun = performance.now();
      const answer = await visitor.post('/sign-in', { email: address });
      const ms = performance.now() - begun;
      const page = await visitor.follow(answer);
      return { status: answer.status, to: answer.headers.get('location'), words: await page.text(), ms };
    };
    const known = await ask(email);
    const unknown = await ask('nobody@bracken.example');
    expect({ ...unknown, ms: 0 }).toEqual({ ...known, ms: 0 });
    expect(Math.min(known.ms, unknown.ms)).toBeGreaterThan(95);
    expect(await mailbox.waitFor(1)).toHaveLength(1);
  });

  test('five mails an address in ten minutes, then a page that asks for patience', async () => {
    const visitor = world.visitor();
    const ask = (from: string) => visitor.post('/sign-in', { email: email.toUpperCase() }, { 'x-forwarded-for': from });
    for (let turn = 0; turn < 5; turn++) expect((await ask(`192.0.2.${turn}`)).status).toBe(303);
    const sixth = await ask('192.0.2.9');
    expect(sixth.status).toBe(429);
    expect(await sixth.text()).toContain('Please wait a few minutes');
    world.setNow(world.deps.now().add({ minutes: 11 }).toString());
    expect((await ask('192.0.2.9')).status).toBe(303);
    await mailbox.waitFor(6);
  });

  test('thirty requests a client, and only our own proxy’s word on who that is counts', async () => {
    const visitor = world.visitor();
    const ask = (turn: number) =>
      visitor.post('/sign-in', { email: `n${turn}@x.example` }, { 'x-forwarded-for': `10.0.0.${turn}, 192.0.2.77` });
    const answers = await Promise.all(Array.from({ length: 31 }, (_, turn) => ask(turn)));
    expect(answers.map(answer => answer.status).filter(status => status === 429)).toHaveLength(1);
  });

  test('what is no address comes back with what was typed', async () => {
    const answer = await world.visitor().post('/sign-in', { email: 'sam at home', next: '/desk' });
    const words = await answer.text();
    expect(answer.status).toBe(422);
    expect(words).toContain('<title>Error: Sign in');
    expect(words).toContain('value="sam at home"');
    expect(words).toContain('name="next" value="/desk"');
  });

  test('the database holds no link that works, and after delivery no mail', async () => {
    const link = await linkByMail();
    const token = link.split('/').at(-1) ?? '';
    await worker.tick();
    const tables = ['outbox', 'sign_in_links', 'audit', 'sessions'] as const;
    const rows = await Promise.all(tables.map(table => world.db.read.selectFrom(table).selectAll().execute()));
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows[0]).toEqual([]);
  });

  test('somebody whose access ended gets no mail, and their link no session', async () => {
    const gone = await world.signIn('officer');
    const link = await createSignInLink(world.deps, gone.personId);
    await world.db.write.updateTable('people').set({ ended_at: DAY }).where('id', '=', gone.personId).execute();
    const visitor = world.visitor();
    expect((await visitor.follow(visitor.get(new URL(link).pathname))).status).toBe(410);
    expect((await gone.get('/sign-in')).status).toBe(200);
  });

  test('on https the cookie crosses no network in the open, and belongs to this host alone', async () => {
    const publicUrl = 'https://consult.example';
    const safe = await createWorld(dialect, DAY, { publicUrl });
    const { personId } = await safe.signIn('officer');
    const visitor = safe.visitor();
    await visitor.get(new URL(await createSignInLink(safe.deps, personId)).pathname);
    const done = await visitor.post('/sign-in/confirm', {}, { origin: publicUrl });
    const cookies = done.headers.getSetCookie().join('\n');
    expect(cookies).toMatch(/^__Host-session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/m);
    expect((await visitor.get('/sign-in')).headers.get('location')).toBe('/desk');
    await visitor.post('/sign-out', {}, { origin: publicUrl });
    expect((await visitor.get('/sign-in')).status).toBe(200);
    await safe.close();
  });

  test('a link that can be used again needs the demo’s setting', async () => {
    const open = await createWorld(dialect, DAY, { reusableLinks: true });
    const someone = await open.signIn('administrator');
    const path = new URL(await createSignInLink(open.deps, someone.personId)).pathname;
    for (const when of [DAY, '2026-11-22T10:00:01Z', '2027-12-01T09:00:00Z']) {
      open.setNow(when);
      const visitor = open.visitor();
      await visitor.follow(visitor.get(path));
      expect((await visitor.post('/sign-in/confirm')).headers.get('location')).toBe('/admin');
    }
    await open.close();
  });
});
