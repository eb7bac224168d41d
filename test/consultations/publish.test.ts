import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditOf } from '../../src/audit/queries.ts';
import { latestPublication } from '../../src/publications/queries.ts';
import { publishedVersion } from '../../src/consultations/queries.ts';
import {
  formFields,
  openConsultation,
  planConsultation,
  type Officer,
  type PlanOverrides,
} from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';

onBothDatabases('publishing', dialect => {
  let world: World;
  let officer: Officer;
  beforeAll(async () => {
    world = await createWorld(dialect);
    officer = await world.signIn('officer');
  });
  afterAll(() => world.close());

  /** Tries to publish a plan; gives the status and the page. */
  async function publish(overrides: PlanOverrides): Promise<{ status: number; page: string; slug: string }> {
    const { id, slug } = await planConsultation(world, officer, overrides);
    const response = await officer.post(`/desk/consultations/${id}/publication`);
    return { status: response.status, page: await response.text(), slug };
  }

  async function isRefused(overrides: PlanOverrides, words: string): Promise<void> {
    const { status, page, slug } = await publish(overrides);
    expect(status).toBe(422);
    expect(page).toContain(words);
    expect(page).toContain('<title>Error: ');
    expect(page).not.toContain('Before you publish');
    expect((await world.visitor().get(`/consultations/${slug}`)).status).toBe(404);
  }

  test('a complete plan is published with its survey in one act', async () => {
    const { id, slug } = await openConsultation(world, officer);
    expect((await latestPublication(world.db.read, 'consultation', id))?.version).toBe(1);
    expect((await publishedVersion(world.db.read, id))?.number).toBe(1);
    expect((await auditOf(world.db.read, 'consultation', id)).map(row => row.act)).toContain('publish consultation');
    expect((await world.visitor().get(`/consultations/${slug}`)).status).toBe(200);
  });

  test('W08 a level and a reason are needed before publishing, and both are public with what the level means', async () => {
    await isRefused({ level: '' }, 'Choose the level of participation.');
    await isRefused({ level_reason: '' }, 'Say why this level.');
    const { slug } = await openConsultation(world, officer, {
      level: 'partnership',
      level_reason: 'We share the work.',
    });
    const page = await world.visitor().read(`/consultations/${slug}`);
    expect(page).toContain('<strong>Partnership:</strong> Families and professionals work on it together');
    expect(page).toContain('We share the work.');
  });

  test('K20 every rung is explained where one is named', async () => {
    const { slug } = await openConsultation(world, officer);
    const page = await world.visitor().read(`/consultations/${slug}`);
    const { charter } = await world.deps.partnership();
    for (const rung of charter.rungs) expect(page).toContain(rung.meaning);
    expect(page).toMatch(/<strong>Consultation<\/strong> \(this one\)/);
  });

  test('K19 nothing is published without its scope and who decides, and the page says who decides', async () => {
    await isRefused({ scope: '' }, 'Choose whether it is about everyone');
    await isRefused({ who_decides: '' }, 'Say who makes the decision.');
    const { slug } = await openConsultation(world, officer, {
      scope: 'strategic',
      who_decides: 'The cabinet decides.',
    });
    const page = await world.visitor().read(`/consultations/${slug}`);
    expect(page).toContain('The cabinet decides.');
  });

  test('K19 a question about one person is pointed to those who look after that plan', async () => {
    const { slug } = await openConsultation(world, officer, { scope: 'individual' });
    expect(await world.visitor().read(`/consultations/${slug}`)).toContain('your own child’s plan');
  });

  test('W05 how private answers are is needed, and stands on the page in one sentence', async () => {
    await isRefused({ confidentiality: '' }, 'Choose how confidential the answers are.');
    const { slug } = await openConsultation(world, officer, { confidentiality_words: 'Three of us read it.' });
    expect(await world.visitor().read(`/consultations/${slug}`)).toContain('Three of us read it.');
  });

  test('W17 the people involved are needed, and the page gives name, role and why', async () => {
    await isRefused({ people: [] }, 'Say which professionals are involved, and their role.');
    const people = [
      { name: 'Dana Whitlock', role: 'Transport lead', why: 'Runs the service.' },
      { name: 'Kit Roe', role: 'Forum representative', why: 'Tells us what matters.' },
    ];
    const { slug } = await openConsultation(world, officer, { people });
    const page = await world.visitor().read(`/consultations/${slug}`);
    expect(page).toContain('<strong>Dana Whitlock</strong>, Transport lead. Runs the service.');
    expect(page.indexOf('Kit Roe')).toBeGreaterThan(page.indexOf('Dana Whitlock'));
  });

  test('K03 the purpose, what can change and what cannot are needed, and the purpose comes first', async () => {
    await isRefused({ purpose: '' }, 'Say what it is for.');
    await isRefused({ can_change: '' }, 'Say what can change.');
    await isRefused({ cannot_change: '' }, 'Say what cannot change.');
    const { slug } = await openConsultation(world, officer, { purpose: 'We want calmer mornings.' });
    const page = await world.visitor().read(`/consultations/${slug}`);
    expect(page.indexOf('We want calmer mornings.')).toBeLessThan(page.indexOf('Where and when short breaks happen.'));
    expect(page.indexOf('We want calmer mornings.')).toBeGreaterThan(page.indexOf('</h1>'));
    expect(page).toContain('The budget for this year.');
  });

  test('K04 the page says how many minutes, how many questions, and that you can stop and come back', async () => {
    await isRefused({ minutes: null }, 'Say how many minutes it takes.');
    const { slug } = await openConsultation(world, officer, { minutes: 7 });
    const page = await world.visitor().read(`/consultations/${slug}`);
    expect(page).toContain('About 7 minutes, 5 questions.');
    expect(page).toContain('You can stop at any time and come back later.');
  });

  test('W03 nothing opens without its background in brief', async () => {
    await isRefused({ background: '' }, 'Give the background in brief');
  });

  test('W04 a key contact is needed and public; the safeguarding lead is needed and is not', async () => {
    await isRefused({ key_contact_email: '' }, 'Give the key contact’s email address.');
    await isRefused({ safeguarding_email: '' }, 'Give the safeguarding lead’s email address.');
    const { slug } = await openConsultation(world, officer);
    const page = await world.visitor().read(`/consultations/${slug}`);
    expect(page).toContain('mailto:rowan@brackenshire.example');
    expect(page).not.toContain('safe@brackenshire.example');
  });

  test('W12 all dates are needed before publishing, in an order that can be kept', async () => {
    await isRefused({ opens_on: null }, 'Choose the day it opens.');
    await isRefused({ outcome_on: null }, 'Choose the day by which you say what was decided.');
    await isRefused({ closes_on: '2026-11-20' }, 'Choose a closing day that is still to come.');
    await isRefused({ outcome_on: '2026-12-10' }, 'can only be said after the close');
    await isRefused(
      { closes_on: '2026-12-14', outcome_on: '2026-12-29' },
      'Choose 30 December or later for what was decided: the reply to everybody is due by 30 December.',
    );
    await openConsultation(world, officer, { closes_on: '2026-12-14', outcome_on: '2026-12-30' });
  });

  test('a survey that asks nothing is not published, and everything that is missing is named at once', async () => {
    await isRefused({ survey: { format: 1, questions: [] } }, 'Add at least one question');
    const { page } = await publish({ purpose: '', level: '', survey: { format: 1, questions: [] } });
    for (const words of ['Say what it is for.', 'Choose the level', 'Add at least one question']) {
      expect(page).toContain(words);
    }
  });

  test('publishing asks first, and says what becomes a promise', async () => {
    const { id } = await planConsultation(world, officer);
    const path = `/desk/consultations/${id}`;
    expect(await officer.read(path)).toContain('name="ask"');
    const asked = await officer.post(`${path}/publication`, { ask: 'first' });
    expect(asked.status).toBe(200);
    const page = await asked.text();
    for (const words of [
      'Publish it now?',
      'Dates that you promise',
      'Answers are kept for 24 months after the close.',
    ])
      expect(page).toContain(words);
    expect(await publishedVersion(world.db.read, id)).toBeUndefined();
    expect((await officer.post(`${path}/publication`)).status).toBe(303);
    const bare = await planConsultation(world, officer, { purpose: '' });
    const refused = await officer.post(`/desk/consultations/${bare.id}/publication`, { ask: 'first' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('It is not published: 1 thing is missing');
  });

  test('words changed later reach the public only with the next version, and the timeline says so', async () => {
    const { id, slug } = await openConsultation(world, officer, { purpose: 'The first words.' });
    const form = await officer.read(`/desk/consultations/${id}/plan`);
    await officer.post(`/desk/consultations/${id}/plan`, formFields(form, { purpose: 'The second words.' }));
    expect(await world.visitor().read(`/consultations/${slug}`)).toContain('The first words.');
    expect(await officer.read(`/desk/consultations/${id}`)).toContain('The plan was changed after it was published.');
    await officer.post(`/desk/consultations/${id}/publication`);
    const page = await world.visitor().read(`/consultations/${slug}`);
    expect(page).toContain('The second words.');
    expect(page).toContain('We changed the words on this page.');
    expect((await latestPublication(world.db.read, 'consultation', id))?.version).toBe(2);
  });
});
