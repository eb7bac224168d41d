import { afterEach, beforeEach, expect, test } from 'vitest';
import { openConsultation, type Officer, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { Fields } from '../support/visitor.ts';
import { createWorld, type World } from '../support/world.ts';
import { addEntry, dateFields, promised } from './entries.ts';
import { leaveContacts, mailOf } from './people.ts';

onBothDatabases('service changes', dialect => {
  let world: World;
  let officer: Officer;
  let plan: Planned;
  let path: string;

  const step = (words: string, due: string, more: Fields = {}): Fields => ({
    words,
    ...dateFields('due_on', due),
    ...more,
  });

  beforeEach(async () => {
    world = await createWorld(dialect, '2026-11-23');
    officer = await world.signIn('officer');
    plan = await openConsultation(world, officer, { closes_on: '2026-12-14', outcome_on: '2027-01-29' });
    await leaveContacts(world, plan.id, [['email', 'ann@families.example']]);
    world.setNow('2026-12-16');
    const details = { title: 'Home to school transport', service: 'Transport', summary: 'Named drivers.' };
    const made = await officer.post('/desk/service-changes', details);
    path = made.headers.get('location') ?? '';
    await officer.post(`${path}/steps`, step('Each child has a named driver.', '2027-02-26'));
  });
  afterEach(() => world.close());

  const id = () => path.split('/').at(-1) ?? '';
  const publicPage = () => world.visitor().read('/service-changes/home-to-school-transport');
  const stepId = async () => /steps\/([\w-]{22})"/.exec(await officer.read(path))?.[1] ?? '';

  async function publishBoth(): Promise<void> {
    await officer.post(`${path}/publication`);
    await addEntry(officer, plan.id, { ...promised, service_changes: id() });
    await officer.post(`/desk/consultations/${plan.id}/outcomes/publication`);
  }

  test('W14 an outcome leads to its service change and back', async () => {
    await publishBoth();
    const outcomes = await world.visitor().read(`/you-said-we-did/${plan.slug}`);
    expect(outcomes).toContain('href="/service-changes/home-to-school-transport"');
    const text = await publicPage();
    expect(text).toContain('Each child has a named driver.');
    expect(text).toContain('By Friday 26 February 2027');
    expect(text).toContain('News when the bus is late');
    expect(text).toMatch(new RegExp(`href="/you-said-we-did/${plan.slug}#entry-`));
    expect(await world.visitor().read('/service-changes')).toContain('0 of 1 step done');
  });

  test('W14 a step that is done is published and mailed at once to those whose words led to it', async () => {
    await publishBoth();
    world.setNow('2027-02-10');
    const fields = step('Each child has a named driver.', '2027-02-26', dateFields('done_on', '2027-02-09'));
    expect((await officer.post(`${path}/steps/${await stepId()}`, fields)).status).toBe(303);
    const mails = await mailOf(world, 'service change');
    expect(mails.map(mail => mail.recipient)).toEqual(['ann@families.example']);
    expect(mails[0]?.text).toContain('Done Tuesday 9 February: Each child has a named driver.');
    expect(await publicPage()).toContain('Done Tuesday 9 February');
    const versions = await world.db.read
      .selectFrom('publications')
      .select(['version', 'content'])
      .where('kind', '=', 'service-change')
      .orderBy('version')
      .execute();
    expect(versions.map(each => each.version)).toEqual([1, 2]);
    expect(versions[0]?.content).not.toContain('2027-02-09');
    await officer.post(`${path}/steps/${await stepId()}`, fields);
    expect(await mailOf(world, 'service change')).toHaveLength(1);
  });

  test('W15 a step that is moved or missed needs a reason, which the public reads', async () => {
    await publishBoth();
    const moved = step('Each child has a named driver.', '2027-04-30');
    const tried = await officer.post(`${path}/steps/${await stepId()}`, moved);
    expect(tried.status).toBe(422);
    expect(await tried.text()).toContain('Say why the promised date changes.');
    const reason = { late_reason: 'One company asked for more time.' };
    expect((await officer.post(`${path}/steps/${await stepId()}`, { ...moved, ...reason })).status).toBe(303);
    expect(await publicPage()).toContain('One company asked for more time.');
    world.setNow('2027-05-10');
    expect(await publicPage()).toContain('Late: promised for Friday 30 April');
    expect((await officer.post(`${path}/steps/${await stepId()}/removal`)).status).toBe(409);
  });

  test('W18 somebody who took part in two consultations gets one message', async () => {
    world.setNow('2026-11-24');
    const other = await openConsultation(world, officer, { closes_on: '2026-12-14', outcome_on: '2027-01-29' });
    await leaveContacts(world, other.id, [['email', 'Ann@families.example']]);
    world.setNow('2026-12-16');
    await publishBoth();
    await addEntry(officer, other.id, { ...promised, service_changes: id() });
    await officer.post(`/desk/consultations/${other.id}/outcomes/publication`);
    await officer.post(`${path}/steps`, step('All families get texts.', '2027-03-31'));
    expect(await mailOf(world, 'service change')).toHaveLength(1);
  });

  test('nothing is public before it is published, and then it needs a step', async () => {
    expect((await world.visitor().get('/service-changes/home-to-school-transport')).status).toBe(404);
    const details = { title: 'Without steps', service: 'Transport', summary: 'Nothing yet.' };
    const bare = (await officer.post('/desk/service-changes', details)).headers.get('location') ?? '';
    expect((await officer.post(`${bare}/publication`)).status).toBe(422);
    await addEntry(officer, plan.id, { ...promised, service_changes: id() });
    await officer.post(`/desk/consultations/${plan.id}/outcomes/publication`);
    expect(await world.visitor().read(`/you-said-we-did/${plan.slug}`)).not.toContain('/service-changes/');
  });

  test('another organisation neither sees nor changes it', async () => {
    const stranger = await world.signIn('officer', world.organisations.health);
    const paths = [path, `${path}/details`, `${path}/steps/new`, `${path}/steps/${await stepId()}`];
    for (const each of paths) expect((await stranger.get(each)).status).toBe(404);
    expect((await stranger.post(`${path}/publication`)).status).toBe(404);
    expect((await stranger.post(`${path}/steps`, step('Mine now.', '2027-01-01'))).status).toBe(404);
    expect(await stranger.read('/desk/service-changes')).not.toContain('Home to school transport');
  });

  test('a form with gaps comes back as it was typed', async () => {
    const response = await officer.post(`${path}/steps`, {
      words: 'Kept words',
      'due_on-day': '31',
      'due_on-month': '2',
      'due_on-year': '2027',
    });
    expect(response.status).toBe(422);
    const text = await response.text();
    expect(text).toContain('Kept words');
    expect(text).toContain('value="31"');
    expect(text).toContain('Enter a real date');
  });
});
