import { afterAll, beforeAll, expect, test } from 'vitest';
import { confidentialities, type Plan } from '../../src/consultations/plan.ts';
import { findConsultation } from '../../src/consultations/queries.ts';
import { latestPublication } from '../../src/publications/queries.ts';
import { formFields, openConsultation, planConsultation, type Officer } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';

onBothDatabases('how private answers are', dialect => {
  let world: World;
  let officer: Officer;
  beforeAll(async () => {
    world = await createWorld(dialect);
    officer = await world.signIn('officer');
  });
  afterAll(() => world.close());

  const words = async (id: string) => (await findConsultation(world.db.read, id))?.confidentiality_words;

  async function save(id: string, changes: Record<string, string>): Promise<Response> {
    const form = await officer.read(`/desk/consultations/${id}/plan`);
    return officer.post(`/desk/consultations/${id}/plan`, formFields(form, changes));
  }

  async function published(id: string): Promise<Plan> {
    expect((await officer.post(`/desk/consultations/${id}/publication`)).status).toBe(303);
    const publication = await latestPublication(world.db.read, 'consultation', id);
    return JSON.parse(publication?.content ?? '{}') as Plan;
  }

  test('W05 the sentence follows the choice, unless the officer wrote one of their own', async () => {
    const { id } = await planConsultation(world, officer, { confidentiality_words: '' });
    await save(id, { confidentiality: 'team-only' });
    expect(await words(id)).toBe('');
    await save(id, { confidentiality: 'team-only', confidentiality_words: confidentialities['public-report'] });
    expect(await words(id)).toBe('');
    expect(await officer.read(`/desk/consultations/${id}/preview`)).toContain(confidentialities['team-only']);
    await save(id, { confidentiality_words: 'Two of us read it.' });
    expect(await words(id)).toBe('Two of us read it.');
    await save(id, { confidentiality: 'partners-only', confidentiality_words: '' });
    expect(await officer.read(`/desk/consultations/${id}/plan`)).toContain('Nothing is missing here.');
    expect((await published(id)).confidentialityWords).toBe(confidentialities['partners-only']);
  });

  test('W05 a sentence of the officer’s own is what families read', async () => {
    const { id } = await planConsultation(world, officer, { confidentiality_words: 'Two of us read it.' });
    expect((await published(id)).confidentialityWords).toBe('Two of us read it.');
  });

  test('W05 once published, who sees the answers and how long they are kept stay as they were', async () => {
    const { id } = await openConsultation(world, officer, { confidentiality_words: 'Two of us read it.' });
    const form = await officer.read(`/desk/consultations/${id}/plan`);
    for (const name of ['confidentiality', 'confidentiality_words', 'retention_months']) {
      expect(form).not.toContain(`name="${name}"`);
    }
    expect(form).toContain('<p>Two of us read it.</p>');
    expect(form).toContain('Answers are kept for 24 months after the close.');
    expect(form).toContain('This stays as it is: families answer because of it.');
    expect(form).not.toContain('Before you publish');

    const changes = {
      confidentiality: 'team-only',
      confidentiality_words: 'All of us read it.',
      retention_months: '48',
    };
    expect((await save(id, { ...changes, purpose: 'Put right.' })).status).toBe(303);
    expect(await findConsultation(world.db.read, id)).toMatchObject({
      confidentiality: 'public-report',
      confidentiality_words: 'Two of us read it.',
      retention_months: 24,
      purpose: 'Put right.',
    });
  });
});
