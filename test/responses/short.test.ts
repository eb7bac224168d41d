import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openConsultation, usualSurvey, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';
import { base, draftIn, expectTallies, headingIn, responsesOf } from './family.ts';

const survey = {
  ...usualSurvey,
  questions: usualSurvey.questions.map(each => (['q2', 'q5'].includes(each.id) ? { ...each, important: true as const } : each)), // prettier-ignore
};

onBothDatabases('just the most important questions', dialect => {
  let world: World;
  let planned: Planned;
  let path: string;
  beforeAll(async () => void (world = await createWorld(dialect)));
  beforeEach(async () => {
    planned = await openConsultation(world, await world.signIn('officer'), { survey });
    path = base(planned.slug);
  });
  afterAll(() => world.close());

  test('the first page offers both ways, and only where something is marked', async () => {
    const start = await world.visitor().read(path);
    expect(start).toContain('All questions (about 6 minutes)');
    expect(start).toContain('Just the most important (3 questions)');
    const plain = await openConsultation(world, await world.signIn('officer'));
    expect(await world.visitor().read(base(plain.slug))).not.toContain('Just the most important');
  });

  test('the short way asks these and who is answering, then checks and sends', async () => {
    const visitor = world.visitor();
    const start = await visitor.read(path);
    const first = /href="([^"]+\?short=1)"/.exec(start)?.[1] ?? '';
    expect(await visitor.read(first)).toContain('Question 1 of 3');
    const steps: string[] = [];
    let next = `${path}/q1`;
    const answers: Record<string, string> = { q1: 'parent', q2: 'b', q5: 'More Saturdays', quote: 'no' };
    for (let n = 0; n < 6 && !next.endsWith('/check'); n++) {
      const step = next.split('/').at(-1) ?? '';
      steps.push(step);
      const fields = { answer: answers[step] ?? '', ...(n === 0 ? { short: 'yes' } : {}) };
      const response = await visitor.follow(visitor.post(next, fields));
      next = /action="([^"]+)"/.exec((await response.text()).split('<main')[1]?.replace(/action="[^"]+\/sending"/, `action="${path}/check"`) ?? '')?.[1] ?? ''; // prettier-ignore
    }
    expect(steps).toEqual(['q1', 'q2', 'q5', 'quote']);
    expect(await visitor.read(`${path}/q5`)).toContain('Question 3 of 3');
    expect(await visitor.read(`${path}/quote`)).toContain('One last thing');
    const check = await visitor.read(`${path}/check`);
    expect(check).toContain('Answer the other questions too');
    expect(check).not.toContain('What would help?');
    await visitor.post(`${path}/sending`, { draft: draftIn(check) });
    const [row] = await responsesOf(world, planned.id);
    expect(JSON.parse(row?.answers ?? '')).toEqual({ q1: 'parent', q2: 'b', q5: 'More Saturdays', quote: 'no' });
    expect((await expectTallies(world, planned.id)).get('q3 -')).toBe(1);
  });

  test('the rest begins at the first question that was not seen, and passes those that were', async () => {
    const questions = [
      { id: 'q6', kind: 'information' as const, ask: 'Before you begin', body: 'A few words.' },
      ...survey.questions,
    ];
    const { slug } = await openConsultation(world, await world.signIn('officer'), { survey: { ...survey, questions } });
    const visitor = world.visitor();
    await visitor.post(`${base(slug)}/q1`, { answer: 'parent', short: 'yes' });
    for (const step of ['q2', 'q5']) await visitor.post(`${base(slug)}/${step}`, {});
    expect(await visitor.read(`${base(slug)}/check`)).not.toContain('You answered');
    const rest = await visitor.post(`${base(slug)}/rest`);
    expect(rest.headers.get('location')).toBe(`${base(slug)}/q3?to=unseen`);
    expect(await visitor.read(rest.headers.get('location') ?? '')).toContain('name="to" value="unseen"');
    const next = await visitor.post(`${base(slug)}/q3`, { to: 'unseen' });
    expect(next.headers.get('location')).toBe(`${base(slug)}/q4?to=unseen`);
    const last = await visitor.post(`${base(slug)}/q4`, { to: 'unseen' });
    expect(last.headers.get('location')).toBe(`${base(slug)}/check`);
  });

  test('from the check one may go on to the rest', async () => {
    const visitor = world.visitor();
    await visitor.post(`${path}/q1`, { answer: 'parent', short: 'yes' });
    expect(await visitor.read(`${path}/q3`)).toContain('Welcome back');
    for (const step of ['q2', 'q5', 'quote']) await visitor.post(`${path}/${step}`, {});
    const rest = await visitor.post(`${path}/rest`);
    expect(rest.headers.get('location')).toBe(`${path}/q3?to=unseen`);
    await visitor.post(`${path}/q3`, { answer: '4' });
    await visitor.post(`${path}/q4`, { answer: 'a' });
    const check = await visitor.read(`${path}/check`);
    expect(headingIn(check)).toBe('Check your answers');
    expect(check).toContain('More weekends');
    expect(check).not.toContain('Answer the other questions too');
  });
});
