import { afterEach, beforeEach, expect, test } from 'vitest';
import { many, prepare, usual, withdraw, type Family } from '../analysis/sent.ts';
import { openConsultation, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { listenToLog } from '../support/log.ts';
import type { Fields } from '../support/visitor.ts';
import { Visitor } from '../support/visitor.ts';
import { createApp } from '../../src/app.ts';
import { createWorld, type World } from '../support/world.ts';
import { expectTallies, hiddenFieldIn, responsesOf } from './family.ts';
import { listTallies } from '../../src/analysis/tally-queries.ts';

const SCHOOL = '203.0.113.7';

onBothDatabases('answers that look unusual', dialect => {
  let world: World;
  let of: Planned;
  beforeEach(async () => {
    world = await createWorld(dialect, '2026-11-23T09:00:00Z', { trustedProxies: 1 });
    of = await openConsultation(world, await world.signIn('officer'));
  });
  afterEach(() => world.close());

  async function sendFrom(address: string, family: Family, fields: Fields = {}): Promise<void> {
    const form = { draft: family.draftId, ...fields };
    const response = await family.visitor.post(`${family.base}/sending`, form, { 'x-forwarded-for': address });
    expect(response.headers.get('location')).toBe(`${family.base}/sent`);
  }

  const at = (seconds: number) =>
    Temporal.Instant.from('2026-11-23T09:00:00Z')
      .add({ milliseconds: Math.round(seconds * 1000) })
      .toString();
  const signs = async () => (await responsesOf(world, of.id)).map(row => row.unusual);
  const flagged = async () => {
    const rows = await listTallies(world.db.read, of.id, ['flagged']);
    return rows.map(row => [row.question, row.option, row.count]);
  };

  test('300 answers from one school’s address in ten minutes all count', async () => {
    const pupils = [];
    for (const answers of many(300)) pupils.push(await prepare(world, of, answers));
    for (const [n, pupil] of pupils.entries()) {
      world.setNow(at(60 + n * 1.8));
      await sendFrom(SCHOOL, pupil);
    }
    expect((await expectTallies(world, of.id)).get(' *')).toBe(300);
    expect((await signs()).filter(sign => sign === null)).toHaveLength(20);
    expect((await signs()).filter(sign => sign === 'address')).toHaveLength(280);
    expect(await flagged()).toContainEqual(['', '*', 280]);
  });

  test('one family’s few answers are nothing unusual, nor are many from many homes', async () => {
    for (let n = 0; n < 40; n++) {
      const family = await prepare(world, of, usual());
      world.setNow(at(60 * (n + 1)));
      await sendFrom(n < 4 ? SCHOOL : `198.51.100.${n}`, family);
    }
    expect((await signs()).filter(sign => sign !== null)).toEqual([]);
    expect(await flagged()).toEqual([]);
  });

  test('answers that came faster than anybody reads are counted, and the time is not kept', async () => {
    const [quick, slow] = [await prepare(world, of, usual({ q5: 'x' })), await prepare(world, of, usual({ q5: 'x' }))];
    world.setNow(at(7));
    await sendFrom(SCHOOL, quick);
    world.setNow(at(8));
    await sendFrom(SCHOOL, slow);
    expect((await signs()).toSorted()).toEqual(['fast', null]);
    expect((await expectTallies(world, of.id)).get(' *')).toBe(2);
    for (const row of await responsesOf(world, of.id)) expect(JSON.stringify(row)).not.toMatch(/\d\d:\d\d/);
  });

  test('the field that nobody sees is hidden from eyes, keys and screen readers, and tells of a program', async () => {
    const family = await prepare(world, of, usual());
    const page = await family.visitor.read(`${family.base}/check`);
    expect(hiddenFieldIn(page)).toBe('subject');
    world.setNow(at(60));
    await sendFrom(SCHOOL, family, { subject: 'Cheap watches' });
    expect(await signs()).toEqual(['hidden']);
    expect(JSON.stringify(await responsesOf(world, of.id))).not.toContain('watches');
  });

  test('a change is no new answer, and one that looked unusual is taken out of both counts when it is withdrawn', async () => {
    const family = await prepare(world, of, usual({ q5: 'x' }));
    await sendFrom(SCHOOL, family);
    expect(await flagged()).toContainEqual(['q2', 'b', 1]);
    const link = await family.visitor.read(`${family.base}/link/${family.token}`);
    const reference = /name="reference" value="([^"]+)"/.exec(link)?.[1] ?? '';
    await family.visitor.post(`${family.base}/change`, { reference });
    await family.visitor.post(`${family.base}/q2`, { answer: 'a', to: 'check' });
    const draft = /name="draft" value="([^"]+)"/.exec(await family.visitor.read(`${family.base}/check`))?.[1] ?? '';
    world.setNow(at(60));
    await sendFrom(SCHOOL, { ...family, draftId: draft });
    expect(await flagged()).toContainEqual(['q2', 'a', 1]);
    expect(await signs()).toEqual(['fast']);
    await expectTallies(world, of.id);
    await withdraw(family);
    expect(await flagged()).toEqual([]);
    expect(await signs()).toEqual([null]);
  });

  test('K08 nothing about the address is kept in a row or in the log', async () => {
    const log = listenToLog();
    const { config, now } = world.deps;
    const { app } = await createApp({ db: world.db, config, now, log: log.logger });
    for (const answers of many(25)) {
      const family = await prepare(world, of, answers);
      const visitor = new Visitor(app, config.publicUrl);
      visitor.cookies.set('draft', { value: family.token, path: family.base });
      await sendFrom(SCHOOL, { ...family, visitor });
    }
    expect(log.text()).not.toContain(SCHOOL);
    expect(JSON.stringify(await responsesOf(world, of.id))).not.toContain(SCHOOL);
    expect((await signs()).filter(sign => sign?.includes('address'))).toHaveLength(5);
  });
});
