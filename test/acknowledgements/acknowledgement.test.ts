import { afterEach, beforeEach, expect, test } from 'vitest';
import { factsOfOne } from '../../src/consultations/facts.ts';
import { findConsultation } from '../../src/consultations/queries.ts';
import { auditedActs, leaveContacts, mailOf } from '../outcomes/people.ts';
import { openConsultation, type Officer } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';

onBothDatabases('acknowledging everybody', dialect => {
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

  test('W13 one action writes to everyone who left an address, one message a recipient', async () => {
    await leaveContacts(world, id, [
      ['email', 'ann@families.example'],
      ['email', 'Ann@Families.example'],
      ['email', 'bea@families.example'],
      ['post', '1 Mill Lane'],
      ['phone', '01632 960 500'],
    ]);
    world.setNow('2026-12-15');
    expect((await officer.post(path, { words })).status).toBe(303);
    const mails = await mailOf(world, 'acknowledgement');
    expect(mails.map(mail => mail.recipient.toLowerCase())).toEqual(['ann@families.example', 'bea@families.example']);
    for (const mail of mails) {
      const others = mails.filter(other => other !== mail).map(other => other.recipient);
      expect(mail.text).not.toContain(others[0]);
      for (const part of [mail.text, mail.html]) {
        expect(part).toContain('We read every one of them.');
        expect(part).toContain('We replied, 15 December');
        expect(part).toContain('26 February 2027');
        expect(part).toContain('http://localhost:3000/consultations/');
        expect(part).toContain('/news/stop/');
      }
    }
    const page = await officer.read(path);
    expect(page).toContain('Everybody has a reply');
    expect(page).toContain('Tuesday 15 December at 12:00, by Sam officer');
    expect(page).toContain('2 messages');
    expect(page).toContain('2 people on the list');
    expect(await auditedActs(world)).toContain('acknowledge');
  });

  test('W13 it happens only once, however often it is sent', async () => {
    await leaveContacts(world, id, [['email', 'ann@families.example']]);
    world.setNow('2026-12-15');
    const sent = await Promise.all([1, 2, 3].map(() => officer.post(path, { words })));
    expect(sent.map(response => response.status)).toEqual([303, 303, 303]);
    await officer.post(path, { words: 'Other words.' });
    expect(await mailOf(world, 'acknowledgement')).toHaveLength(1);
    expect((await auditedActs(world)).filter(act => act === 'acknowledge')).toHaveLength(1);
    expect(await officer.read(path)).toContain('We read every one of them.');
  });

  test('W13 nobody is thanked before the close, and the page says when it can be done', async () => {
    world.setNow('2026-12-14T23:59:00Z');
    const page = await officer.get(path);
    expect(await page.text()).toContain('Families can answer until the end of Monday 14 December');
    expect((await officer.post(path, { words })).status).toBe(409);
    expect(await mailOf(world)).toEqual([]);
    world.setNow('2026-12-15T00:00:00Z');
    expect((await officer.post(path, { words })).status).toBe(303);
  });

  test('W13 the due date counts working days around Christmas', async () => {
    world.setNow('2026-12-23');
    const page = await officer.read(path);
    expect(page).toContain('Due by Wednesday 30 December');
    expect(page).toContain('3 working days left.');
    world.setNow('2026-12-30');
    expect(await officer.read(path)).toContain('That is today.');
  });

  test('W13 the page says when bank holidays are not known yet', async () => {
    const later = await openConsultation(world, officer, { closes_on: '2027-12-20', outcome_on: '2028-02-26' });
    world.setNow('2027-12-21');
    const page = await officer.read(`/desk/consultations/${later.id}/acknowledgement`);
    expect(page).toContain('The bank holidays of 2028 are not published yet.');
    expect(await officer.read(path)).not.toContain('not published yet');
  });

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

  test('W13 there is a list for post and phone, for the team alone, and who opened it is kept', async () => {
    await leaveContacts(world, id, [
      ['email', 'ann@families.example'],
      ['post', '1 Mill Lane\nBrackenford'],
      ['phone', '01632 960 500'],
    ]);
    world.setNow('2026-12-15');
    const list = await officer.read(`${path}/list`);
    expect(list).toContain('1 Mill Lane');
    expect(list).toContain('01632 960 500');
    expect(list).not.toContain('ann@families.example');
    expect(await auditedActs(world)).toContain('read addresses for post and phone');
    const colleague = await world.signIn('officer');
    expect((await colleague.get(`${path}/list`)).status).toBe(404);
  });

  test('W13 a colleague may look but not send; another organisation sees nothing', async () => {
    world.setNow('2026-12-15');
    const colleague = await world.signIn('officer');
    const page = await colleague.read(path);
    expect(page).toContain('Only the team');
    expect(page).not.toContain('<textarea');
    expect((await colleague.post(path, { words })).status).toBe(403);
    const stranger = await world.signIn('officer', world.organisations.health);
    expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.post(path, { words })).status).toBe(404);
    expect(await mailOf(world)).toEqual([]);
  });

  test('K07 kind words are offered, with the dates and whom to ask', async () => {
    world.setNow('2026-12-15');
    const page = await officer.read(path);
    expect(page).toContain('Thank you for taking part in ‘Short breaks: what should change?’');
    expect(page).toContain('By Friday 26 February 2027');
    expect(page).toContain('Rowan Hale');
  });

  test('words are needed', async () => {
    world.setNow('2026-12-15');
    const response = await officer.post(path, { words: '  ' });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('<title>Error: ');
  });
});
