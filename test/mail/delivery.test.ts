import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { deliverDueMail, type Delivery } from '../../src/mail/deliver.ts';
import { forgetMail } from '../../src/mail/queries.ts';
import { openTransport } from '../../src/mail/transports.ts';
import { queueMail, queueMails, type Mail } from '../../src/mail/write.ts';
import { onBothDatabases } from '../support/databases.ts';
import { listenToLog, type HeardLog } from '../support/log.ts';
import { startMailbox, type Mailbox } from '../support/mailbox.ts';
import { createWorld, type World } from '../support/world.ts';

onBothDatabases('the outbox', dialect => {
  let world: World;
  let mailbox: Mailbox;
  let delivery: Delivery;
  let log: HeardLog;

  beforeAll(async () => {
    mailbox = await startMailbox();
    world = await createWorld(dialect, '2026-11-22T10:00:00Z', {
      smtp: mailbox.smtp,
      mailFrom: 'desk@bracken.example',
    });
    log = listenToLog();
    const transport = openTransport(world.deps.config);
    delivery = { ...world.deps, log: log.logger, transport, standing: {}, ending: () => false };
  });
  afterEach(async () => {
    mailbox.messages.length = 0;
    mailbox.refuse(0);
    log.lines.length = 0;
    world.setNow('2026-11-22T10:00:00Z');
    await world.db.write.deleteFrom('outbox').execute();
  });
  afterAll(async () => {
    delivery.transport.close();
    await mailbox.close();
    await world.close();
  });

  const mail = (to: string, more: Partial<Mail> = {}): Mail => ({
    to,
    subject: 'We have read your answers',
    lines: [
      { paragraph: 'Thank you for what you told us about <short breaks> & more.' },
      { heading: 'What happens next' },
      { list: ['By 30 December 2026 we say what we heard.', 'Then we decide.'] },
      { link: { text: 'Read the page', href: 'https://consult.example/consultations/short-breaks?a=1&b=2' } },
    ],
    cause: 'acknowledgement',
    subjectId: 'consultation-1',
    now: world.deps.now(),
    ...more,
  });
  const queue = (...mails: Mail[]) => world.db.write.transaction().execute(tx => queueMails(tx, mails));
  const rows = () => world.db.read.selectFrom('outbox').selectAll().orderBy('recipient').execute();
  const deliver = () => deliverDueMail(delivery);

  test('W18 each recipient gets a message of their own, and nobody sees another address', async () => {
    const addresses = Array.from({ length: 45 }, (_, i) => `family${i}@home.example`);
    await queue(...addresses.map(address => mail(address)));
    await deliver();
    expect(mailbox.messages).toHaveLength(45);
    expect(mailbox.messages.map(each => each.recipients.join()).sort()).toEqual([...addresses].sort());
    for (const { recipients, raw } of mailbox.messages) {
      expect(raw.match(/family\d+@home\.example/g)?.filter(found => found !== recipients[0])).toEqual([]);
      expect(raw).not.toMatch(/^(b?cc):/im);
    }
  });

  test('W18 what is not exactly one address is refused before it is stored', async () => {
    const lists = [
      'a@b.example, c@d.example',
      'a@b.example;c@d.example',
      'A <a@b.example>',
      'a@b.example\nBcc: c@d.example',
      'nobody',
      '',
    ];
    for (const to of lists) {
      await expect(world.db.write.transaction().execute(tx => queueMail(tx, mail(to)))).rejects.toThrow(
        'single address',
      );
    }
    expect(await rows()).toEqual([]);
  });

  test('the text and the HTML hold the same facts and links', async () => {
    await queue(mail('ann@home.example'));
    await deliver();
    const [received] = mailbox.messages;
    const facts = [
      'Thank you for what you told us about <short breaks> & more.',
      'What happens next',
      'By 30 December 2026 we say what we heard.',
      'Then we decide.',
      'Read the page',
      'Working together in Brackenshire',
      '01632 960 123',
      'help@brackenshire.example',
    ];
    const html = (received?.html ?? '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    for (const fact of facts) {
      expect(received?.text.replaceAll(/\s+/g, ' ')).toContain(fact);
      expect(html).toContain(fact);
    }
    const link = 'https://consult.example/consultations/short-breaks?a=1&b=2';
    expect(received?.text.split('\n')).toContain(link);
    expect(html).toContain(`href="${link}"`);
    expect(html).not.toMatch(/<(img|link|script|iframe)|url\(|@import/i);
    expect(received?.mail.from?.text).toBe('"Working together in Brackenshire" <desk@bracken.example>');
  });

  test('what was sent to whom stays, its words go', async () => {
    await queue(mail('ann@home.example'));
    await deliver();
    expect(await rows()).toMatchObject([
      {
        recipient: 'ann@home.example',
        subject: 'We have read your answers',
        cause: 'acknowledgement',
        subject_id: 'consultation-1',
        sent_at: '2026-11-22T10:00:00.000Z',
        text: '',
        html: '',
      },
    ]);
    await deliver();
    expect(mailbox.messages).toHaveLength(1);
  });

  test('a mail with a private link goes on delivery, and when its time is over', async () => {
    await queue(mail('ann@home.example', { forgetAfterHours: 24 }));
    await deliver();
    expect(mailbox.messages).toHaveLength(1);
    expect(await rows()).toEqual([]);

    mailbox.refuse(99);
    await queue(mail('ben@home.example', { forgetAfterHours: 24 }), mail('cas@home.example'));
    await deliver();
    world.setNow('2026-11-23T10:00:00Z');
    const offers = mailbox.offers();
    await deliver();
    expect(mailbox.offers() - offers).toBe(1);
    expect(await forgetMail(world.db.write, world.deps.now().toString({ smallestUnit: 'millisecond' }))).toBe(1);
    expect((await rows()).map(row => row.recipient)).toEqual(['cas@home.example']);
  });

  test('a server that is full is asked again, later each time, under the same Message-ID', async () => {
    mailbox.refuse(2);
    await queue(mail('ann@home.example'));
    await deliver();
    expect(await rows()).toMatchObject([{ tries: 1, due_at: '2026-11-22T10:01:00.000Z', last_error: 'EMESSAGE 451' }]);
    await deliver();
    expect(mailbox.offers()).toBeGreaterThan(0);
    world.setNow('2026-11-22T10:01:00Z');
    await deliver();
    expect(await rows()).toMatchObject([{ tries: 2, due_at: '2026-11-22T10:03:00.000Z' }]);
    world.setNow('2026-11-22T10:03:00Z');
    await deliver();
    const [row] = await rows();
    expect(row).toMatchObject({ tries: 3, sent_at: '2026-11-22T10:03:00.000Z', last_error: '' });
    expect(mailbox.messages[0]?.mail.messageId).toBe(`<${row?.id}@bracken.example>`);
  });

  test('after eight tries it is given up, loudly, and the log has no address', async () => {
    mailbox.refuse(99);
    await queue(mail('ann@home.example'));
    for (let turn = 0; turn < 12; turn++) {
      await deliver();
      world.setNow(world.deps.now().add({ hours: 5 }).toString());
    }
    expect(await rows()).toMatchObject([{ tries: 8, sent_at: null, last_error: 'EMESSAGE 451' }]);
    expect((await rows())[0]?.given_up_at).not.toBeNull();
    expect(log.lines.filter(line => line.includes('"level":50'))).toHaveLength(1);
    expect(log.text()).toContain('mail given up');
    expect(log.text()).not.toContain('@');
  });

  test('one bad recipient does not hold up the others', async () => {
    mailbox.refuse(1, 550);
    await queue(mail('ann@home.example'), mail('ben@home.example'), mail('cas@home.example'));
    await deliver();
    expect(mailbox.messages).toHaveLength(2);
  });

  test('before it is sent each mail is looked at again, and one that no longer stands is dropped', async () => {
    const standing = { news: async () => false, acknowledgement: async () => true };
    await queue(mail('ann@home.example', { cause: 'news' }), mail('ben@home.example'));
    await deliverDueMail({ ...delivery, standing });
    expect(mailbox.messages.map(each => each.recipients)).toEqual([['ben@home.example']]);
    expect((await rows()).map(row => row.recipient)).toEqual(['ben@home.example']);
  });

  test('when looking again fails, the mail waits like any other and holds up nobody', async () => {
    const news = async () => Promise.reject(new Error('the database is away'));
    await queue(mail('ann@home.example', { cause: 'news' }), mail('ben@home.example'));
    await deliverDueMail({ ...delivery, standing: { news } });
    expect(mailbox.messages.map(each => each.recipients)).toEqual([['ben@home.example']]);
    expect((await rows())[0]).toMatchObject({ recipient: 'ann@home.example', tries: 1, claimed_at: null });
  });

  test('two workers at once send each mail once', async () => {
    await queue(...Array.from({ length: 60 }, (_, i) => mail(`family${i}@home.example`)));
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(new Set(mailbox.messages.map(each => each.recipients.join())).size).toBe(60);
    expect(mailbox.messages).toHaveLength(60);
  });

  test('what a process was sending when it died is sent by another, when the claim has run out', async () => {
    await queue(mail('ann@home.example'));
    await world.db.write.updateTable('outbox').set({ claimed_at: '2026-11-22T10:00:00.000Z', tries: 1 }).execute();
    world.setNow('2026-11-22T10:09:00Z');
    await deliver();
    expect(mailbox.messages).toHaveLength(0);
    world.setNow('2026-11-22T10:11:00Z');
    await deliver();
    expect(mailbox.messages).toHaveLength(1);
  });
});
