import { afterEach, beforeEach, expect, test } from 'vitest';
import { openConsultation, type Officer, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { Fields } from '../support/visitor.ts';
import { createWorld, type World } from '../support/world.ts';
import { addEntry, dateFields, promised } from './entries.ts';
import { leaveContacts, mailOf } from './people.ts';

onBothDatabases('changing what is public', dialect => {
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
      ['email', 'bea@families.example'],
    ]);
    world.setNow('2026-12-16');
  });
  afterEach(() => world.close());

  const publish = () => officer.post(`${base}/publication`);
  const change = (id: string, fields: Fields) => officer.post(`${base}/${id}/change`, fields);
  const page = () => `/you-said-we-did/${plan.slug}`;
  const publicPage = () => world.visitor().read(page());
  const nowDone = { ...promised, decision: 'done', ...dateFields('done_on', '2026-12-16') };

  test('W14 a later change makes a new version and mails again; earlier versions stay as they were', async () => {
    const id = await addEntry(officer, plan.id, promised);
    await publish();
    const before = await publicPage();
    world.setNow('2027-02-01');
    const nowDone = {
      ...promised,
      decision: 'done',
      words: 'Texts are sent since today.',
      ...dateFields('done_on', '2027-02-01'),
    };
    expect((await officer.post(`${base}/${id}/change`, nowDone)).status).toBe(303);
    const mails = await mailOf(world, 'outcomes changed');
    expect(mails.map(mail => mail.recipient)).toEqual(['ann@families.example', 'bea@families.example']);
    expect(mails[0]?.text).toContain('Texts are sent since today.');
    const after = await publicPage();
    expect(after).toContain('Texts are sent since today.');
    expect(after).toContain('changed from ‘We will’ to ‘We did’');
    expect(after).toContain(`${page()}/versions/1`);
    const first = await world.visitor().read(`${page()}/versions/1`);
    expect(first).toContain('We will send a text message.');
    expect(first).not.toContain('Texts are sent since today.');
    expect(before).toContain('We will send a text message.');
    expect((await officer.post(`${base}/${id}/change`, nowDone)).status).toBe(422);
    expect(await mailOf(world, 'outcomes changed')).toHaveLength(2);
  });

  test('W15 a promise that is moved or missed needs a reason, which the public and the mail give', async () => {
    const id = await addEntry(officer, plan.id, promised);
    await publish();
    const moved = { ...promised, ...dateFields('due_on', '2027-04-30') };
    const tried = await officer.post(`${base}/${id}/change`, moved);
    expect(tried.status).toBe(422);
    expect(await tried.text()).toContain('Say why the promised date changes.');
    const reason = 'The first company withdrew.';
    expect((await officer.post(`${base}/${id}/change`, { ...moved, reason })).status).toBe(303);
    expect(await publicPage()).toContain(
      'the date moved from 26 February 2027 to 30 April 2027. Why: The first company withdrew.',
    );
    expect((await mailOf(world, 'outcomes changed'))[0]?.text.replaceAll('\n', ' ')).toContain(reason);
    world.setNow('2027-05-10');
    expect(await publicPage()).toContain('Late: promised for Friday 30 April');
    const sent = { decision: 'done', words: 'Texts are sent since today.' };
    const late = { ...moved, ...sent, ...dateFields('done_on', '2027-05-10') };
    expect(await (await officer.post(`${base}/${id}/change`, late)).text()).toContain(
      'Say why the promised date was missed.',
    );
    expect((await officer.post(`${base}/${id}/change`, { ...late, reason: 'Training took longer.' })).status).toBe(303);
    const text = await publicPage();
    expect(text).toContain('Done Monday 10 May, late');
    expect(text).toMatch(/Late:<\/span> All done, late/);
  });

  test('W14 a new link alone makes a version, says so, and is mailed to nobody', async () => {
    const details = { title: 'Home to school transport', service: 'Transport', summary: 'Named drivers.' };
    const path = (await officer.post('/desk/service-changes', details)).headers.get('location') ?? '';
    await officer.post(`${path}/steps`, { words: 'A named driver.', ...dateFields('due_on', '2027-02-26') });
    await officer.post(`${path}/publication`);
    const linked = { ...promised, service_changes: path.split('/').at(-1) ?? '' };
    const id = await addEntry(officer, plan.id, promised);
    await publish();
    expect((await change(id, linked)).status).toBe(303);
    expect(await mailOf(world, 'outcomes changed')).toEqual([]);
    const text = await publicPage();
    expect(text).toContain('16 December: we added a link.');
    expect(text).not.toContain('we changed the words');
    expect(text).toContain('/versions/1');
    expect((await change(id, linked)).status).toBe(422);
    // The note stays when something else changes, and that is news again.
    world.setNow('2026-12-17');
    expect((await change(id, { ...linked, words: 'We will send texts.' })).status).toBe(303);
    expect(await mailOf(world, 'outcomes changed')).toHaveLength(2);
    expect(await publicPage()).toMatch(/17 December: we changed the words[^]*16 December: we added a link/);
    expect((await change(id, { ...promised, words: 'We will send texts.' })).status).toBe(303);
    expect(await publicPage()).toContain('17 December: we took out a link.');
    expect(await mailOf(world, 'outcomes changed')).toHaveLength(2);
  });

  test('W14 another decision needs other words, published or drafted', async () => {
    const id = await addEntry(officer, plan.id, promised);
    const stale = 'Write what you did. These are the words of the promise.';
    const drafted = await officer.post(`${base}/${id}`, { ...nowDone, owner: 'Somebody else' });
    expect(drafted.status).toBe(422);
    const page = await drafted.text();
    expect(page).toContain(stale);
    expect(page).toContain('Somebody else');
    await publish();
    const refused = await change(id, nowDone);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(stale);
    expect(await publicPage()).not.toContain('We did');
    expect((await change(id, { ...nowDone, words: 'We send a text message.' })).status).toBe(303);
    expect(await publicPage()).toContain('We did');
  });

  test('K12 one action that was late makes ‘All done’ late, and it stays open while another is to come', async () => {
    const first = await addEntry(officer, plan.id, promised);
    const other = { ...promised, heading: 'Ramps', ...dateFields('due_on', '2027-04-30') };
    const second = await addEntry(officer, plan.id, other);
    await officer.post(`${base}/publication`);
    const doneOn = (day: string) => ({ decision: 'done', words: 'It is there.', ...dateFields('done_on', day) });
    world.setNow('2027-03-08');
    await change(first, { ...promised, ...doneOn('2027-03-08'), reason: 'The system came late.' });
    expect(await publicPage()).toMatch(/Still to come:<\/span> All done by/);
    world.setNow('2027-04-20');
    await change(second, { ...other, ...doneOn('2027-04-20') });
    expect(await publicPage()).toMatch(/Late:<\/span> All done, late/);
  });
});
