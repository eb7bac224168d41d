import { afterAll, beforeAll, expect, test } from 'vitest';
import { latestVersion } from '../../src/consultations/queries.ts';
import { readDefinition } from '../../src/surveys/definition.ts';
import { formFields, planConsultation, type Officer } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';

onBothDatabases('the words of a form', dialect => {
  let world: World;
  let officer: Officer;
  beforeAll(async () => {
    world = await createWorld(dialect);
    officer = await world.signIn('officer');
  });
  afterAll(() => world.close());

  /** What is said beside one field of a page, or in the part that htmx takes for it. */
  const beside = (html: string, field: string): string =>
    new RegExp(`(?:id="|hx-target="#)${field}-words"[^>]*>([\\s\\S]*?)</(?:div|hx-partial)>`).exec(html)?.[1] ?? 'none';

  const SENCO = '“SENCO” is not explained.';

  test('W01 what the checks say of a question stands beside its field when it is opened', async () => {
    const { id } = await planConsultation(world, officer, {
      survey: {
        format: 1,
        questions: [{ id: 'q1', kind: 'short-text', ask: 'Does the SENCO help?', hint: 'Or not.' }],
      },
    });
    const page = await officer.read(`/desk/consultations/${id}/survey/questions/q1`);
    expect(beside(page, 'ask')).toContain(SENCO);
    expect(beside(page, 'hint').trim()).toBe('');
  });

  test('W01 a question is checked as it is typed, and by a button, without being saved', async () => {
    const { id } = await planConsultation(world, officer);
    const path = `/desk/consultations/${id}/survey/questions/q5`;
    const typed = formFields(await officer.read(path), { ask: 'Does the SENCO help?' });
    const part = await (await officer.post(`${path}?check=part`, typed)).text();
    expect(beside(part, 'ask')).toContain(SENCO);
    expect(part).not.toContain('<html');
    const page = await officer.post(path, { ...typed, check: 'page' });
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(beside(html, 'ask')).toContain(SENCO);
    expect(html).toContain('Does the SENCO help?</textarea>');
    const version = await latestVersion(world.db.read, id);
    expect(readDefinition(version?.definition ?? '').questions.at(-1)?.ask).toBe('What should we change first?');
  });

  test('W01 a plan is checked as it is typed, and by a button, without being saved', async () => {
    const { id } = await planConsultation(world, officer, { minutes: 12 });
    const path = `/desk/consultations/${id}/plan`;
    const opened = await officer.read(path);
    expect(beside(opened, 'purpose').trim()).toBe('');
    expect(beside(opened, 'minutes')).toContain('It takes 12 minutes.');
    const typed = formFields(opened, { purpose: 'The SENCO decides.', closes_on: '' });
    expect(beside(await (await officer.post(`${path}?check=part`, typed)).text(), 'purpose')).toContain(SENCO);
    const page = await officer.post(path, { ...typed, check: 'page' });
    expect(page.status).toBe(200);
    expect(beside(await page.text(), 'purpose')).toContain(SENCO);
    expect(await officer.read(path)).not.toContain('The SENCO decides.');
  });

  test('W01 what is found of the whole survey stands above its list, of an edition beside its words', async () => {
    const asked = Array.from({ length: 11 }, (_each, at) => ({
      id: `q${at + 1}`,
      kind: 'short-text' as const,
      ask: 'What else?',
      editions: at === 0 ? { easy: { ask: 'Does the SENCO help?' } } : {},
    }));
    const { id } = await planConsultation(world, officer, {
      survey: { format: 1, questions: asked, editions: { easy: {} } },
    });
    const path = `/desk/consultations/${id}/survey`;
    expect(await officer.read(path)).toContain('It asks up to 11 questions.');
    expect(await officer.read(`${path}/editions/easy`)).toContain(SENCO);
    expect(await officer.read(`${path}/editions`)).not.toContain(SENCO);
  });
});
