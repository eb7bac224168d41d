import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Definition } from '../../src/surveys/definition.ts';
import { journey } from '../../src/surveys/steps.ts';
import { asAddress, fromAddress } from '../../src/surveys/walk-rules.ts';
import { openConsultation, planConsultation, usualSurvey, type Officer } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';

const survey: Definition = {
  ...usualSurvey,
  questions: usualSurvey.questions.map(each => {
    if (each.id === 'q2') return { ...each, next: [{ when: { q: 'q2', anyOf: ['a'] }, to: 'q5' }] };
    return each.id === 'q5' ? { ...each, editions: { ur: { ask: 'پہلے کیا؟' } } } : each;
  }),
  editions: { ur: { title: 'مختصر وقفے' }, easy: {} },
  about: {
    why: 'So that we see whom we missed.',
    questions: [{ id: 'q8', kind: 'area', ask: 'Where do you live?', bins: [] }],
  },
};

onBothDatabases('a survey as families will see it', dialect => {
  let world: World;
  let officer: Officer;
  beforeAll(async () => {
    world = await createWorld(dialect);
    officer = await world.signIn('officer');
  });
  afterAll(() => world.close());

  async function plan(definition = survey) {
    const { id, slug } = await planConsultation(world, officer, { survey: definition });
    return { slug, chooser: `/desk/consultations/${id}/survey/preview` };
  }
  const on = async (path: string, fields: Record<string, string>): Promise<string> => {
    const response = await officer.post(path, fields);
    expect(response.status, path).toBe(303);
    return response.headers.get('location') ?? '';
  };

  test('is walked through page by page with the pages of the journey, and nothing of it is kept', async () => {
    const { chooser, slug } = await plan();
    expect(await officer.read(chooser)).toContain(`${chooser}/easy/phone/`);
    let at = `${chooser}/plain/wide/${asAddress({})}`;
    const start = await officer.read(at);
    expect(start).toContain('Before you start');
    expect(start).toContain('A preview: nothing is kept.');
    at = `${at}/q1`;
    const first = await officer.read(at);
    expect(first).toContain('Who is answering?');
    expect(first).not.toContain('in the list');
    at = await on(at, { answer: 'parent' });
    expect(at).toMatch(/\/q2$/);
    at = await on(at, { answer: 'a' });
    expect(at, 'rules lead on as they will').toMatch(/\/q5$/);
    const skipped = await officer.read(at);
    expect(skipped).toMatch(/Question 3\b/);
    expect(skipped).toContain('in the list this is question 5.');
    expect(await on(at, { back: 'yes' })).toMatch(/\/q2$/);
    at = await on(at, { answer: 'Weekends, “please”' });
    at = await on(at, { answer: 'yes' });
    const check = await officer.read(at);
    expect(check).toContain('Weekends, “please”');
    expect(check).toContain('Easy');
    const change = /href="([^"]*q2\?to=check)"/.exec(check)?.[1] ?? '';
    expect(await officer.read(change), 'the answer so far').toMatch(/value="a"\s+checked/);
    at = await on(change.replace(/\?.*/, ''), { answer: 'b', to: 'check' });
    expect(at, 'a change opens pages that were not seen').toMatch(/\/q3\?to=check$/);
    const sending = /action="([^"]*\/sending)"/.exec(check)?.[1] ?? '';
    const end = await officer.read(await on(sending, {}));
    expect(end).toContain('Nothing was sent or kept');
    expect(end).toContain('Where do you live?');
    expect(end, 'how to answer, before anything is wrong').toContain(
      'Write the first half of your postcode, like B97.',
    );
    for (const table of ['drafts', 'responses'] as const)
      expect(await world.db.read.selectFrom(table).selectAll().execute(), table).toEqual([]);
    expect((await officer.get(`/consultations/${slug}/answer`)).status, 'it is not public').toBe(404);
  });

  test('in each edition its pages speak its language; where no scripts run there are none', async () => {
    const { chooser } = await plan();
    const urdu = await officer.read(`${chooser}/ur/wide/e30/q5`);
    expect(urdu).toMatch(/<html lang="ur" dir="rtl"/);
    expect(urdu).toContain('پہلے کیا؟');
    expect(await officer.read(`${chooser}/ur/wide/e30`)).toContain('مختصر وقفے');
    expect(await officer.read(`${chooser}/easy/without-scripts/e30/q1`)).not.toContain('<script');
    expect(await officer.read(`${chooser}/easy/phone/e30/q1`)).toContain('data-phone');
    for (const wrong of ['cy/wide/e30', 'plain/sideways/e30', 'plain/wide/e30/q99'])
      expect((await officer.get(`${chooser}/${wrong}`)).status, wrong).toBe(404);
  });

  test('an answer that is none is refused as it will be, and an address made up by hand is an empty walk', async () => {
    const { chooser } = await plan({
      format: 1,
      questions: [
        { id: 'q1', kind: 'number', ask: 'How many?', max: 9, bins: [] },
        { id: 'q2', kind: 'long-text', ask: 'Why?' },
      ],
    });
    const refused = await officer.post(`${chooser}/plain/wide/e30/q1`, { answer: '12' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('value="12"');
    for (const sofar of ['x', 'bnVsbA', asAddress({ q1: 99 }), asAddress({ q1: ['a'], q77: 'b' })])
      expect(await officer.read(`${chooser}/plain/wide/${sofar}/q1`), sofar).not.toMatch(/value="(99|a)"/);
    const long = await on(`${chooser}/plain/wide/e30/q2`, { answer: 'ü'.repeat(5000) });
    expect(long.length).toBeLessThan(8000);
    expect((await officer.get(long)).status).toBe(200);
  });

  test('where the plan lacks what the pages say, the preview says so', async () => {
    const { id } = await planConsultation(world, officer, { closes_on: null, minutes: null });
    const gaps = 'The plan is not complete';
    expect(await officer.read(`/desk/consultations/${id}/survey/preview/plain/wide/e30`)).toContain(gaps);
    const { chooser } = await plan();
    expect(await officer.read(`${chooser}/plain/wide/e30`)).not.toContain(gaps);
  });

  test('a published survey can be walked through too; families have no such page', async () => {
    const { id } = await openConsultation(world, officer);
    const walk = `/desk/consultations/${id}/survey/preview/plain/wide/e30`;
    expect(await officer.read(walk)).toContain('Before you start');
    expect((await world.visitor().get(walk)).headers.get('location')).toMatch(/^\/sign-in/);
  });
});

test('what was answered comes back from the address, as far as the pages take it', () => {
  const steps = journey(usualSurvey);
  const answers = fc.record(
    {
      q1: fc.constantFrom('parent', 'young', null),
      q2: fc.constantFrom('a', 'b', 'ns'),
      q4: fc.subarray(['a', 'b'], { minLength: 1 }),
      q5: fc.string({ maxLength: 100 }).map(text => text.trim()),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(answers, given => {
      const taken = fromAddress(asAddress(given), steps);
      const { q5: words, ...others } = given;
      expect(taken).toMatchObject(others);
      if (words && /^[\w ]+$/.test(words)) expect(taken['q5']).toBe(words);
    }),
  );
});
