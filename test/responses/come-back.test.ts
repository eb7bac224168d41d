import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { deliverDueMail, type Delivery } from '../../src/mail/deliver.ts';
import { forgetMail } from '../../src/mail/queries.ts';
import { openTransport } from '../../src/mail/transports.ts';
import { openConsultation, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { listenToLog } from '../support/log.ts';
import { startMailbox, type Mailbox } from '../support/mailbox.ts';
import { Visitor } from '../support/visitor.ts';
import { createWorld, type World } from '../support/world.ts';
import { base, draftIn, draftsOf, headingIn, linkIn } from './family.ts';

const email = 'ada@home.example';

onBothDatabases('coming back later', dialect => {
  let world: World;
  let mailbox: Mailbox;
  let delivery: Delivery;
  let planned: Planned;
  let path: string;
  beforeAll(async () => {
    mailbox = await startMailbox();
    world = await createWorld(dialect, '2026-11-22T10:00:00Z', { smtp: mailbox.smtp });
    delivery = { ...world.deps, transport: openTransport(world.deps.config), standing: {}, ending: () => false };
  });
  beforeEach(async () => {
    world.setNow('2026-11-22T10:00:00Z');
    planned = await openConsultation(world, await world.signIn('officer'));
    path = base(planned.slug);
  });
  afterEach(async () => {
    mailbox.messages.length = 0;
    mailbox.refuse(0);
    await world.db.write.deleteFrom('outbox').execute();
  });
  afterAll(async () => {
    delivery.transport.close();
    await mailbox.close();
    await world.close();
  });

  const outbox = () => world.db.read.selectFrom('outbox').selectAll().execute();

  async function begun(visitor = world.visitor()): Promise<{ visitor: Visitor; page: string; draft: string }> {
    await visitor.post(`${path}/q1`, { answer: 'young' });
    await visitor.post(`${path}/q5`, { answer: 'Half a thought' });
    const page = await visitor.read(`${path}/later`);
    return { visitor, page, draft: draftIn(page) };
  }

  test('the link is shown, has a QR code with a name, and leads back from any device until the close', async () => {
    const { page } = await begun();
    expect(page).toMatch(/<svg class="qr" role="img" aria-label="QR code of your private link"/);
    const elsewhere = world.visitor();
    world.setNow('2026-12-14T23:59:00Z');
    const opened = await elsewhere.read(linkIn(page));
    expect(headingIn(opened)).toBe('Welcome back');
    expect(opened).toContain('Your 2 answers are here.');
    expect(opened).not.toContain('Somebody has begun');
    expect(await elsewhere.read(path)).toContain('Somebody has begun');
    expect(await elsewhere.read(`${path}/q5`)).toContain('Half a thought');
  });

  test('W18 mailed when asked, to one recipient, and then nothing is left of the address', async () => {
    const { visitor, page, draft } = await begun();
    const sent = await visitor.follow(visitor.post(`${path}/later`, { email, draft }));
    expect(await sent.text()).toContain('Your link is on its way');
    await deliverDueMail(delivery);
    expect(mailbox.messages.map(message => message.recipients)).toEqual([[email]]);
    const [message] = mailbox.messages;
    expect(message?.text).toContain(linkIn(page));
    expect(`${message?.text} ${message?.mail.subject}`).not.toMatch(/Half a thought|young/);
    expect(`${message?.text} ${message?.html}`).not.toContain(draft);
    expect(await outbox()).toEqual([]);
    expect(JSON.stringify(await draftsOf(world, planned.id))).not.toContain(email);
  });

  test('what could not be delivered is forgotten after a day', async () => {
    const { visitor, draft } = await begun();
    await visitor.post(`${path}/later`, { email, draft });
    const [row] = await outbox();
    expect(row).toMatchObject({ recipient: email, subject_id: null, forget_at: '2026-11-23T10:00:00.000Z' });
    for (const { id, token_hash } of await draftsOf(world, planned.id)) {
      expect(JSON.stringify(row)).not.toContain(id);
      expect(JSON.stringify(row)).not.toContain(token_hash);
    }
    await forgetMail(world.db.write, '2026-11-23T10:00:00.000Z');
    expect(await outbox()).toEqual([]);
  });

  test('the log ties no address to a draft', async () => {
    const log = listenToLog();
    const { config, now } = world.deps;
    const { app } = await createApp({ db: world.db, config, now, log: log.logger });
    const { visitor, page, draft } = await begun(new Visitor(app, config.publicUrl));
    await visitor.post(`${path}/later`, { email, draft });
    mailbox.refuse(1);
    await deliverDueMail({ ...delivery, log: log.logger });
    expect(log.text()).toContain('/consultations/:slug/answer/later');
    for (const secret of [email, draft, linkIn(page).split('/').at(-1) ?? '', planned.slug])
      expect(log.text()).not.toContain(secret);
  });

  test('what is no address comes back, and so do too many requests, with what was typed', async () => {
    const { visitor, draft } = await begun();
    for (const wrong of ['', 'ada at home', 'ada@home.example, bo@home.example', 'a@b.example\nBcc: c@d.example']) {
      const page = await visitor.post(`${path}/later`, { email: wrong, draft });
      expect(page.status, wrong).toBe(422);
      expect(await page.text()).toContain('Write one email address');
    }
    expect(await outbox()).toEqual([]);
    for (let n = 0; n < 5; n++) await visitor.post(`${path}/later`, { email, draft });
    const refused = await visitor.post(`${path}/later`, { email, draft });
    expect(refused.status).toBe(429);
    expect(await refused.text()).toMatch(/value="ada@home.example"/);
    world.setNow('2026-11-22T11:00:01Z');
    expect((await visitor.post(`${path}/later`, { email, draft })).status).toBe(303);
  });

  test('the page of one person does not mail the link of the next', async () => {
    const { visitor, draft } = await begun();
    await visitor.post(`${path}/start`);
    await visitor.post(`${path}/q1`, { answer: 'parent' });
    const refused = await visitor.post(`${path}/later`, { email, draft });
    expect(refused.status).toBe(409);
    expect(await outbox()).toEqual([]);
    expect((await world.visitor().post(`${path}/later`, { email, draft })).status).toBe(409);
  });
});
