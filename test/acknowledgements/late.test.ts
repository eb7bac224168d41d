import { afterEach, beforeEach, expect, test } from 'vitest';
import { factsOfOne } from '../../src/consultations/facts.ts';
import { findConsultation } from '../../src/consultations/queries.ts';
import { leaveContacts, mailOf } from '../outcomes/people.ts';
import { openConsultation, type Officer } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';

onBothDatabases('a late reply', dialect => {
  let world: World;
  let officer: Officer;
  let id: string;
  let path: string;

  beforeEach(async () => {
    world = await createWorld(dialect, '2026-11-23');
    officer = await world.signIn('officer');
    ({ id } = await openConsultation(world, officer, { closes_on: '2026-12-14', outcome_on: '2027-02-26' }));
    path = `/desk/consultations/${id}/acknowledgement`;
  });
  afterEach(() => world.close());

  const words = 'Thank you for your answers.\n\nWe read every one of them.';

  test('W13 a late reply needs a reason, which stands on the promise line and in the mail', async () => {
    await leaveContacts(world, id, [['email', 'ann@families.example']]);
    world.setNow('2026-12-31');
    const refused = await officer.post(path, { words });
    expect(refused.status).toBe(422);
    const text = await refused.text();
    expect(text).toContain('Say why the reply is late.');
    expect(text).toContain('We read every one of them.');
    expect(await mailOf(world)).toEqual([]);
    const reason = 'Two of us were ill over Christmas.';
    expect((await officer.post(path, { words, reason })).status).toBe(303);
    const row = await findConsultation(world.db.read, id);
    const facts = row && (await factsOfOne(world.db.read, row));
    expect(facts?.dates).toMatchObject({ acknowledgedOn: '2026-12-31', acknowledgementLateReason: reason });
    expect((await mailOf(world))[0]?.text).toContain('Two of us were ill');
    expect(await officer.read(path)).toContain(reason);
  });

  test('W15 the reason can be given while it is late, stands at once, and is not asked for again', async () => {
    const late = `/desk/consultations/${id}/late/acknowledgement`;
    world.setNow('2026-12-30');
    expect((await officer.get(late)).headers.get('location')).toBe(path);
    world.setNow('2026-12-31');
    expect(await officer.read(path)).toContain(late);
    expect((await officer.get(late.replace('acknowledgement', 'anything'))).status).toBe(404);
    expect((await officer.post(late, { reason: ' ' })).status).toBe(422);
    const colleague = await world.signIn('officer');
    expect((await colleague.post(late, { reason: 'Not on the team.' })).status).toBe(404);
    expect((await officer.post(late, { reason: 'Two of us are ill.' })).status).toBe(303);
    expect(await world.visitor().read('/consultations/short-breaks-what-should-change')).toContain(
      'Two of us are ill.',
    );
    expect((await officer.get(late)).headers.get('location')).toBe(path);
    expect((await officer.post(path, { words })).status).toBe(303);
    expect(await officer.read(path)).toContain('Two of us are ill.');
  });

  test('W15 a reason that was given before can be completed: the newest is public, the first is kept', async () => {
    await leaveContacts(world, id, [['email', 'ann@families.example']]);
    const [early, whole] = ['Two of us are ill.', 'Two of us were ill, and then our mail failed.'];
    world.setNow('2026-12-31');
    await officer.post(`/desk/consultations/${id}/late/acknowledgement`, { reason: early });
    const form = await officer.read(path);
    expect(form).toMatch(new RegExp(`<textarea[^>]*name="reason"[^>]*>\\s*${early}`));
    expect(form).toContain('We are sorry that this is late.');
    expect((await officer.post(path, { words, reason: whole })).status).toBe(303);
    const { slug } = (await findConsultation(world.db.read, id)) ?? { slug: '' };
    const text = await world.visitor().read(`/consultations/${slug}`);
    expect(text).toContain(whole);
    expect(text).not.toContain(early);
    expect((await mailOf(world))[0]?.text.replaceAll('\n', ' ')).toContain('and then our mail failed');
    const audit = world.db.read.selectFrom('audit').select('detail').where('act', '=', 'acknowledge');
    expect(JSON.parse((await audit.executeTakeFirstOrThrow()).detail)).toMatchObject({ reasonBefore: early });
  });
});
