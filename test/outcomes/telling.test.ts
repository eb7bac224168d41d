import { afterEach, beforeEach, expect, test } from 'vitest';
import { openConsultation, type Officer, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { Fields } from '../support/visitor.ts';
import { createWorld, type World } from '../support/world.ts';
import { addEntry, dateFields, done, promised } from './entries.ts';
import { auditedActs, leaveContacts } from './people.ts';

onBothDatabases('telling people of outcomes', dialect => {
  let world: World;
  let officer: Officer;
  let plan: Planned;
  let base: string;

  beforeEach(async () => {
    world = await createWorld(dialect, '2026-11-23');
    officer = await world.signIn('officer');
    plan = await openConsultation(world, officer, { closes_on: '2026-12-14', outcome_on: '2027-01-29' });
    base = `/desk/consultations/${plan.id}/outcomes`;
    await leaveContacts(world, plan.id, [
      ['email', 'ann@families.example'],
      ['post', '1 Mill Lane'],
      ['phone', '01632 960 500'],
    ]);
    world.setNow('2026-12-16');
  });
  afterEach(() => world.close());

  const publish = () => officer.post(`${base}/publication`);
  const change = (id: string, fields: Fields) => officer.post(`${base}/${id}/change`, fields);
  const nowDone = { ...promised, decision: 'done', ...dateFields('done_on', '2026-12-16') };

  test('W14 those on post or phone are counted, and listed with what to write or say', async () => {
    const id = await addEntry(officer, plan.id, promised);
    expect(await officer.read(`${base}/publication`)).toContain('2 people are to be told by post or phone.');
    expect((await officer.get(`${base}/list`)).headers.get('location')).toBe(`${base}/publication`);
    await publish();
    for (const path of [base, `${base}/publication`, `${base}/${id}/change`]) {
      const page = await officer.read(path);
      expect(page).toContain('2 people are to be told by post or phone.');
      expect(page).toContain(`href="${base}/list"`);
    }
    const list = await officer.read(`${base}/list`);
    expect(list).toContain('<h1>Tell people by post and phone</h1>');
    expect(list).toContain('1 Mill Lane');
    expect(list).toContain('01632 960 500');
    expect(list).not.toContain('ann@families.example');
    expect(list).toContain('We will send a text message.');
    expect(list).toContain(`http://localhost:3000/you-said-we-did/${plan.slug}`);
    await change(id, { ...nowDone, words: 'Texts are sent.' });
    const later = await officer.read(`${base}/list`);
    expect(later).toContain('Texts are sent.');
    expect(later).toContain('changed from ‘We will’ to ‘We did’');
  });

  test('W14 the list is for the team alone, and who opened it is kept', async () => {
    await addEntry(officer, plan.id, done);
    await publish();
    const others = [await world.signIn('officer'), await world.signIn('officer', world.organisations.health)];
    for (const other of others) expect((await other.get(`${base}/list`)).status).toBe(404);
    expect(await auditedActs(world)).not.toContain('read addresses for post and phone');
    await officer.read(`${base}/list`);
    expect(await auditedActs(world)).toContain('read addresses for post and phone');
  });

  test('K12 a draft is never late: it has promised nobody anything', async () => {
    await addEntry(officer, plan.id, promised);
    world.setNow('2027-03-15');
    for (const path of [base, `${base}/preview`]) {
      const page = await officer.read(path);
      expect(page).toContain('By Friday 26 February');
      expect(page).not.toContain('Late: promised for');
    }
  });
});
