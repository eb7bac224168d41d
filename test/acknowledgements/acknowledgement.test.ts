import { afterEach, beforeEach, expect, test } from 'vitest';
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
    expect(page).not.toContain('Everybody has a reply');
    expect(page).toContain('<h1>Sent to 2 by email</h1>');
    expect(page).toContain('2 people still to write to or call.');
    expect(page).toContain(`${path}/list`);
    // The paragraphs stay apart.
    expect(page).toMatch(/<p>Thank you for your answers\.<\/p>\s*<p>We read every one of them\.<\/p>/);
    const { slug } = (await findConsultation(world.db.read, id)) ?? { slug: '' };
    expect(await world.visitor().read(`/consultations/${slug}`)).toContain(
      'We replied to everybody who left an address',
    );
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
    world.setNow('2026-12-15T00:30:00Z');
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

  test('W13 everybody has a reply when nobody is left to write to', async () => {
    await leaveContacts(world, id, [['email', 'ann@families.example']]);
    world.setNow('2026-12-15');
    await officer.post(path, { words });
    expect(await officer.read(path)).toContain('<h1>Everybody has a reply</h1>');
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
    expect(page).not.toContain('We are sorry that this is late.');
  });

  test('words are needed', async () => {
    world.setNow('2026-12-15');
    const response = await officer.post(path, { words: '  ' });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('<title>Error: ');
  });
});
