import { afterEach, expect, test } from 'vitest';
import { createBeat } from '../../src/jobs/beat.ts';
import { startWorker } from '../../src/jobs/worker.ts';
import { queueMail } from '../../src/mail/write.ts';
import { onBothDatabases } from '../support/databases.ts';
import { listenToLog } from '../support/log.ts';
import { startMailbox } from '../support/mailbox.ts';
import { createWorld } from '../support/world.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

onBothDatabases('the worker', dialect => {
  async function start(at = '2026-11-22T10:00:00Z') {
    const mailbox = await startMailbox();
    ends.push(mailbox.close);
    const world = await createWorld(dialect, at, { smtp: mailbox.smtp });
    ends.push(world.close);
    return { mailbox, world, log: listenToLog() };
  }
  const mail = (now: Temporal.Instant, forgetAfterHours?: number) => ({
    to: 'ann@home.example',
    subject: 'News',
    lines: [{ paragraph: 'Something changed.' }],
    cause: 'news',
    subjectId: null,
    now,
    ...(forgetAfterHours ? { forgetAfterHours } : {}),
  });

  test('mail goes soon after the transaction that queued it has ended', async () => {
    const { mailbox, world } = await start();
    const worker = startWorker(world.deps, []);
    ends.push(() => worker.stop());
    await worker.tick();
    const begun = performance.now();
    await world.db.write.transaction().execute(tx => queueMail(tx, mail(world.deps.now())));
    await mailbox.waitFor(1);
    expect(performance.now() - begun).toBeLessThan(800);
  });

  test('a transaction that fails sends nothing', async () => {
    const { mailbox, world } = await start();
    const worker = startWorker(world.deps, []);
    ends.push(() => worker.stop());
    const failing = world.db.write.transaction().execute(async tx => {
      await queueMail(tx, mail(world.deps.now()));
      throw new Error('something else went wrong');
    });
    await expect(failing).rejects.toThrow('something else');
    await worker.tick();
    expect(mailbox.messages).toEqual([]);
  });

  test('a job that fails is logged without its values, and everything else goes on', async () => {
    const { mailbox, world, log } = await start();
    let turns = 0;
    const broken = {
      name: 'broken',
      everySeconds: 60,
      run: async () => Promise.reject(new Error(`for ann@home.example ${++turns}`)),
    };
    const worker = startWorker({ ...world.deps, log: log.logger }, [broken]);
    ends.push(() => worker.stop());
    await world.db.write.transaction().execute(tx => queueMail(tx, mail(world.deps.now())));
    await worker.tick();
    await worker.tick();
    expect(turns).toBeGreaterThanOrEqual(2);
    expect(mailbox.messages).toHaveLength(1);
    expect(log.text()).toContain('"job":"broken"');
    expect(log.text()).not.toContain('@');
  });

  test('what a process that died was sending goes out after the next start', async () => {
    const { mailbox, world } = await start();
    await world.db.write.transaction().execute(tx => queueMail(tx, mail(world.deps.now())));
    await world.db.write.updateTable('outbox').set({ claimed_at: '2026-11-22T10:00:00.000Z', tries: 1 }).execute();
    if (dialect === 'postgres') world.setNow('2026-11-22T10:11:00Z');
    const worker = startWorker(world.deps, []);
    ends.push(() => worker.stop());
    await worker.tick();
    expect(mailbox.messages).toHaveLength(1);
  });

  test('the recurring jobs forget mails, sessions and links whose time is over', async () => {
    const { mailbox, world, log } = await start();
    mailbox.refuse(99);
    await world.db.write.transaction().execute(tx => queueMail(tx, mail(world.deps.now(), 24)));
    const person = await world.signIn('officer');
    const old = { person_id: person.personId, expires_at: '2026-11-22T11:00:00.000Z' };
    await world.db.write
      .insertInto('sign_in_links')
      .values({ ...old, token_hash: 'a', used_at: null })
      .execute();
    await world.db.write
      .insertInto('sessions')
      .values({ ...old, token_hash: 'b', created_at: '2026-11-22' })
      .execute();
    world.setNow('2026-11-23T10:00:01Z');
    const worker = startWorker({ ...world.deps, log: log.logger });
    ends.push(() => worker.stop());
    await worker.tick();
    const count = async (table: 'outbox' | 'sign_in_links' | 'sessions') =>
      (await world.db.read.selectFrom(table).selectAll().execute()).length;
    expect([await count('outbox'), await count('sign_in_links'), await count('sessions')]).toEqual([0, 0, 1]);
    expect(log.text()).toContain('"undelivered":1');
  });

  test('once stopped it runs nothing any more', async () => {
    const { mailbox, world } = await start();
    const worker = startWorker(world.deps, []);
    await worker.stop();
    await world.db.write.transaction().execute(tx => queueMail(tx, mail(world.deps.now())));
    await worker.tick();
    expect(mailbox.messages).toEqual([]);
  });
});

test('a beat never runs twice at once, and once more when it was asked meanwhile', async () => {
  let running = 0;
  let most = 0;
  let turns = 0;
  const run = async () => {
    most = Math.max(most, ++running);
    turns++;
    await new Promise(resolve => setTimeout(resolve, 20));
    running--;
  };
  const beat = createBeat(3600, run, () => {});
  await new Promise(resolve => setTimeout(resolve, 5));
  await Promise.all([beat.now(), beat.now(), beat.now()]);
  expect({ most, turns }).toEqual({ most: 1, turns: 2 });
  await beat.stop();
});

test('a beat comes back by itself', async () => {
  let turns = 0;
  const beat = createBeat(
    0.02,
    async () => void turns++,
    () => {},
  );
  await new Promise(resolve => setTimeout(resolve, 300));
  await beat.stop();
  expect(turns).toBeGreaterThan(3);
});
