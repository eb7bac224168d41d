import { afterEach, beforeEach, expect, test } from 'vitest';
import { isOnTeam, publishedVersion } from '../../src/consultations/queries.ts';
import { openConsultation, planConsultation, type Officer, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';

onBothDatabases('the desk', dialect => {
  let world: World;
  let officer: Officer;
  beforeEach(async () => {
    world = await createWorld(dialect, '2026-11-23');
    officer = await world.signIn('officer');
  });
  afterEach(() => world.close());

  /** The first column of the desk. */
  const today = async (who = officer) => (await who.read('/desk')).split('Consultations</h2>')[0] ?? '';

  async function withVersion({ id }: Planned): Promise<{ id: string; versionId: string }> {
    return { id, versionId: (await publishedVersion(world.db.read, id))?.id ?? '' };
  }

  test('families and board members are sent away, officers see their own organisation’s and their teams’', async () => {
    const { id } = await planConsultation(world, officer, { title: 'Council matter' });
    const colleague = await world.signIn('officer');
    const other = await world.signIn('officer', world.organisations.health);
    const administrator = await world.signIn('administrator', world.organisations.health);
    const path = `/desk/consultations/${id}`;

    expect((await world.visitor().get('/desk')).headers.get('location')).toContain('/sign-in');
    expect((await (await world.signIn('board member')).get('/desk')).status).toBe(403);
    expect(await colleague.read('/desk')).toContain('Council matter');
    expect(await administrator.read('/desk')).toContain('Council matter');
    expect(await other.read('/desk')).not.toContain('Council matter');
    for (const part of ['', '/plan', '/people', '/survey', '/preview']) {
      expect((await other.get(path + part)).status, part).toBe(404);
      expect((await colleague.get(path + part)).status, part).toBe(200);
    }
    for (const part of ['/plan', '/people', '/team', '/publication', '/survey/new/date']) {
      expect((await other.post(path + part, { title: 'Mine now', kind: 'date' })).status, part).toBe(404);
    }
    expect((await world.visitor().post(`${path}/publication`)).status).toBe(401);

    await officer.post(`${path}/team`, { person: other.personId });
    expect(await other.read('/desk')).toContain('Council matter');
    expect((await other.get(`${path}/plan`)).status).toBe(200);
  });

  test('only the team and administrators change the team, and somebody always stays on it', async () => {
    const { id } = await planConsultation(world, officer);
    const colleague = await world.signIn('officer');
    const member = await world.signIn('forum member');
    const path = `/desk/consultations/${id}/team`;

    expect((await colleague.post(path, { person: colleague.personId })).status).toBe(403);
    expect(await isOnTeam(world.db.read, colleague.personId, id)).toBe(false);
    expect((await officer.post(path, { person: member.personId })).status).toBe(422);
    expect((await officer.post(path, { person: '' })).status).toBe(422);
    expect((await officer.post(`${path}/${officer.personId}/removal`)).status).toBe(422);
    await officer.post(path, { person: colleague.personId });
    expect(await isOnTeam(world.db.read, colleague.personId, id)).toBe(true);
    await colleague.post(`${path}/${officer.personId}/removal`);
    expect(await isOnTeam(world.db.read, officer.personId, id)).toBe(false);
    expect((await officer.post(path, { person: officer.personId })).status).toBe(403);
  });

  test('today: a plan that opens soon says how much is missing, and is late when its day has come', async () => {
    await planConsultation(world, officer, { title: 'Soon', opens_on: '2026-11-30', purpose: '', level: '' });
    await planConsultation(world, officer, { title: 'Ready', opens_on: '2026-12-01' });
    await planConsultation(world, officer, { title: 'Far away', opens_on: '2026-12-15', closes_on: '2026-12-20' });
    const column = await today();
    expect(column).toContain('Opens on Monday 30 November. 2 things are missing.');
    expect(column).toContain('Opens on Tuesday 1 December. It is ready to publish.');
    expect(column).not.toContain('Far away');
    world.setNow('2026-11-30');
    expect(await today()).toContain('Was to open on Monday 30 November and is not published.');
  });

  test('W13 today: the reply is due ten working days after the close, then soon, then late', async () => {
    const { id } = await openConsultation(world, officer, { closes_on: '2026-12-14', outcome_on: '2027-02-26' });
    expect(await today()).toContain('Nothing is late and nothing is due.');
    world.setNow('2026-12-14');
    expect(await today()).toContain('Closes at the end of today.');
    world.setNow('2026-12-15');
    expect(await today()).toContain('Reply to everybody by Wednesday 30 December, 9 working days left.');
    expect(await today()).toContain(`/desk/consultations/${id}/acknowledgement`);
    world.setNow('2026-12-30');
    expect(await today()).toContain('Reply to everybody today.');
    world.setNow('2027-01-04');
    const late = await today();
    expect(late).toContain('data-state="late"');
    expect(late).toContain('Reply to everybody: was due Wednesday 30 December 2026, 2 working days ago. Say why.');
    expect(await officer.read('/desk')).toContain('Our reply is late, due 30 December 2026');
  });

  test('today: what is late stands before what is due, and the decision before its day', async () => {
    await openConsultation(world, officer, { title: 'First', closes_on: '2026-11-24', outcome_on: '2026-12-20' });
    await openConsultation(world, officer, { title: 'Second', closes_on: '2026-12-08', outcome_on: '2027-02-20' });
    world.setNow('2026-12-09');
    const column = await today();
    expect(column).toContain('Say what was decided by Sunday 20 December, 7 working days left.');
    expect(column.indexOf('was due Tuesday 8 December')).toBeGreaterThan(-1);
    expect(column.indexOf('First')).toBeLessThan(column.indexOf('Second'));
  });

  test('the overview links what fits the state', async () => {
    const { id } = await openConsultation(world, officer, { closes_on: '2026-12-14', outcome_on: '2027-02-26' });
    const path = `/desk/consultations/${id}`;
    const open = await officer.read(path);
    expect(open).toContain(`href="${path}/answers"`);
    expect(open).not.toContain(`href="${path}/acknowledgement"`);
    world.setNow('2026-12-15');
    const closed = await officer.read(path);
    for (const part of ['acknowledgement', 'answers', 'themes', 'outcomes']) {
      expect(closed).toContain(`href="${path}/${part}"`);
    }
    expect(closed).toContain('>published it</a>');
  });

  test('what the team alone may open is not offered to a colleague outside it', async () => {
    const { id } = await openConsultation(world, officer, { closes_on: '2026-12-14', outcome_on: '2027-02-26' });
    const colleague = await world.signIn('officer');
    world.setNow('2026-12-15');
    const page = await colleague.read(`/desk/consultations/${id}`);
    expect(page).toContain('You are not on the team');
    expect(page).toContain(`/desk/consultations/${id}/acknowledgement`);
    for (const part of ['answers', 'themes', 'concerns', 'outcomes']) {
      expect(page).not.toContain(`/desk/consultations/${id}/${part}`);
    }
  });

  test('today: a worrying answer that nobody has looked at, for the team alone', async () => {
    const { id, versionId } = await withVersion(await openConsultation(world, officer));
    const response = {
      consultation_id: id,
      version_id: versionId,
      token_hash: 'x',
      reference: 'X',
      channel: 'online',
      edition: 'plain',
    };
    const row = { ...response, id: 'r1', day: '2026-11-23', answers: '{}', changed_on: null, withdrawn_on: null };
    await world.db.write
      .insertInto('responses')
      .values({ ...row, words_erased_on: null, unusual: null, set_aside_on: null })
      .execute();
    const raised = { raised_at: '2026-11-23T12:00:00.000Z', raised_by: officer.personId, seen_at: null };
    const concern = { id: 'c1', consultation_id: id, response_id: 'r1', question: 'q5', note: 'Please look.' };
    await world.db.write
      .insertInto('concerns')
      .values({ ...concern, ...raised })
      .execute();
    expect(await today()).toContain('A worry that nobody has seen: ');
    expect(await today()).toContain('It was passed on today.');
    expect(await today(await world.signIn('officer'))).not.toContain('A worry');
    await world.db.write.updateTable('concerns').set({ seen_at: '2026-11-23T13:00:00.000Z' }).execute();
    expect(await today()).not.toContain('A worry');
  });

  test('the address of a form that was refused leads back when it is opened again', async () => {
    const { id } = await planConsultation(world, officer, { purpose: '' });
    const path = `/desk/consultations/${id}`;
    for (const [from, to] of [
      ['/publication', ''],
      ['/team', '/people#team'],
    ]) {
      expect((await officer.get(path + from)).headers.get('location')).toBe(path + to);
    }
    expect((await officer.get('/desk/consultations')).headers.get('location')).toBe('/desk');
  });

  test('forum members see plans with dates before they are published, and nobody else’s desk', async () => {
    const { id } = await planConsultation(world, officer, { title: 'Still a plan' });
    const undated = await planConsultation(world, officer, { title: 'No dates at all', opens_on: null });
    const member = await world.signIn('forum member');
    const list = await member.read('/forum');
    expect(list).toContain('Still a plan');
    expect(list).not.toContain('No dates at all');
    const plan = await member.read(`/forum/${id}`);
    expect(plan).toContain('This plan is not published yet.');
    expect(plan).toContain('We want short breaks that more families can use.');
    expect((await member.get(`/forum/${undated.id}`)).status).toBe(404);
    expect((await member.get(`/desk/consultations/${id}`)).status).toBe(403);
    expect((await (await world.signIn('board member')).get('/forum')).status).toBe(403);
    await officer.post(`/desk/consultations/${id}/publication`);
    world.setNow('2027-01-05');
    expect(await member.read(`/forum/${id}`)).toContain(`href="/forum/${id}/outcomes"`);
  });
});
