import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomId } from '../../src/db/ids.ts';
import { startWorker } from '../../src/jobs/worker.ts';
import { queueMails } from '../../src/mail/write.ts';
import { stopPath } from '../../src/responses/news/stop.ts';
import { planConsultation, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { startMailbox, type Mailbox } from '../support/mailbox.ts';
import { createWorld, type World } from '../support/world.ts';

onBothDatabases('mail to somebody who wants no more of it', dialect => {
  let world: World;
  let mailbox: Mailbox;
  let planned: Planned;

  beforeAll(async () => {
    mailbox = await startMailbox();
    world = await createWorld(dialect, '2026-11-22T10:00:00Z', { smtp: mailbox.smtp });
    planned = await planConsultation(world, await world.signIn('officer'));
  });
  afterAll(async () => {
    await mailbox.close();
    await world.close();
  });

  async function add(address: string, name = '') {
    const contact = { id: randomId(), consultation_id: planned.id, way: 'email', name, address };
    await world.db.write.insertInto('contacts').values(contact).execute();
    return contact;
  }
  const queue = (...addresses: string[]) => queueAs('acknowledgement', ...addresses);
  const queueAs = (cause: string, ...addresses: string[]) =>
    world.db.write.transaction().execute(tx =>
      queueMails(
        tx,
        addresses.map(to => ({
          to,
          subject: 'We have read your answers',
          lines: [{ paragraph: 'Thank you.' }],
          cause,
          subjectId: planned.id,
          now: world.deps.now(),
        })),
      ),
    );
  async function tick() {
    const worker = startWorker(world.deps, []);
    await worker.tick();
    await worker.stop();
  }
  const recipients = async () =>
    (await world.db.read.selectFrom('outbox').select('recipient').execute()).map(row => row.recipient).sort();

  test('before an acknowledgement goes, it is looked at again whether somebody still wants it', async () => {
    const [ann, ben] = [await add('Ann@home.example'), await add('ben@home.example')];
    await queue(ann.address, ben.address);
    await world.db.write.deleteFrom('contacts').where('id', '=', ben.id).execute();
    await tick();
    expect(mailbox.messages.map(each => each.recipients)).toEqual([['Ann@home.example']]);
    expect(await recipients()).toEqual(['Ann@home.example']);
  });

  test.each(['date moved', 'outcomes', 'outcomes changed'])(
    'the same of news that a cause ‘%s’ brought',
    async cause => {
      await queueAs(cause, 'nobody@home.example');
      const before = mailbox.messages.length;
      await tick();
      expect(mailbox.messages).toHaveLength(before);
      expect(await recipients()).not.toContain('nobody@home.example');
    },
  );

  test('who stops news is forgotten, in what waits and in what was sent', async () => {
    const cas = await add('cas@home.example', 'Cas');
    await add('Cas@home.example', 'Cas again');
    await queue(cas.address);
    await tick();
    await queue(cas.address);
    expect(await recipients()).toEqual(['Ann@home.example', 'cas@home.example', 'cas@home.example']);
    expect((await world.visitor().post(stopPath(world.deps.config, cas))).status).toBe(303);
    expect(await recipients()).toEqual(['', 'Ann@home.example']);
    expect(JSON.stringify(await world.db.read.selectFrom('contacts').selectAll().execute())).not.toContain('as@home');
  });
});
