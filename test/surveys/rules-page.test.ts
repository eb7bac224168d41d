import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { latestVersion } from '../../src/consultations/queries.ts';
import type { Condition, Rule } from '../../src/surveys/conditions.ts';
import { readDefinition, type Definition, type Question } from '../../src/surveys/definition.ts';
import { pagesOf } from '../../src/surveys/pages.ts';
import { routingGaps } from '../../src/surveys/routing.ts';
import { formOf } from '../../src/surveys/rule-edit-rules.ts';
import { decidingPages, readRule, waysOf } from '../../src/surveys/rule-form-rules.ts';
import { keyOf } from '../../src/surveys/rule-list-rules.ts';
import { answersIn, ruleInWords } from '../../src/surveys/sentence-rules.ts';
import { openConsultation, planConsultation, usualSurvey, type Officer } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';

const survey: Definition = {
  format: 1,
  questions: [
    ...usualSurvey.questions.slice(0, 4),
    { id: 'q6', kind: 'number', ask: 'How many nights?', bins: [] },
    { id: 'q7', kind: 'date', ask: 'When was it?', bins: 'month' },
    { id: 'q8', kind: 'information', ask: 'Nearly there', body: 'One more.' },
    { id: 'q5', kind: 'long-text', ask: 'What should we change first?' },
  ],
};

onBothDatabases('where a question leads', dialect => {
  let world: World;
  let officer: Officer;
  beforeAll(async () => {
    world = await createWorld(dialect);
    officer = await world.signIn('officer');
  });
  afterAll(() => world.close());

  async function plan(definition = survey) {
    const { id } = await planConsultation(world, officer, { survey: definition });
    const list = `/desk/consultations/${id}/survey`;
    const at = (question: string) => `${list}/questions/${question}/rules`;
    const rules = async (question: string) => {
      const kept = readDefinition((await latestVersion(world.db.read, id))?.definition ?? '');
      return kept.questions.find(each => each.id === question)?.next ?? [];
    };
    return { id, list, at, rules };
  }

  test('is written as a sentence: the question that decides first, then its answers by their words', async () => {
    const { list, at, rules } = await plan();
    expect(await officer.read(at('q2'))).toContain('Whatever people answer, question 3 comes next.');
    const chosen = await officer.read(`${at('q2')}?one=q2`);
    expect(chosen).toContain('Very hard');
    expect(chosen).toContain('Question 4: What would help?');
    expect(chosen, 'a rule does not lead back').not.toContain('Question 1: Who is answering?');
    const part = await officer.read(`${at('q2')}?part=1&one=q1&two=q2`);
    expect(part).toContain('Does it take both answers?');
    expect(part).not.toContain('<html');
    const fields = { one: 'q2', 'one-how': 'any', 'one-answers': 'a', to: 'q8' };
    const saved = await officer.post(at('q2'), fields);
    expect(saved.status).toBe(303);
    expect(await rules('q2')).toEqual([{ when: { q: 'q2', anyOf: ['a'] }, to: 'q8' }]);
    const sentence = 'If ‘How easy is it to find out about short breaks?’ is ‘Easy’, go to the page ‘Nearly there’.';
    expect(await officer.read(saved.headers.get('location') ?? '')).toContain(sentence);
    expect(await officer.read(list)).toContain(sentence);
    await officer.post(at('q2'), fields);
    expect(await rules('q2'), 'the same rule twice would never be met').toHaveLength(1);
  });

  test('what goes with the rules that named it: the rule as it was, where to look, and how to take it back', async () => {
    const { list, at, rules } = await plan();
    await officer.post(at('q2'), { one: 'q2', 'one-how': 'any', 'one-answers': 'a', to: 'q4' });
    const removed = await officer.post(`${list}/questions/q4/removal`);
    expect(await rules('q2')).toEqual([]);
    const page = await officer.read(removed.headers.get('location') ?? '');
    expect(page).toContain('‘If ‘How easy is it to find out about short breaks?’ is ‘Easy’, go to question 4.’');
    expect(page).toContain('This rule is taken out.');
    expect(page).toContain(`href="${at('q2')}">See where question 2 leads now</a>`);
    expect(page, 'and at the question').toMatch(/<li id="q2"[^]*?A rule of it was changed or taken out[^]*?<\/li>/);
    expect(page, 'what else the change did').toContain('Question 2 leads elsewhere: its rules are changed.');
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
    await officer.post(`${list}/undo`, { _version: field('_version'), n: field('n') });
    expect(await rules('q2')).toHaveLength(1);
    await officer.post(at('q3'), { one: 'q2', 'one-how': 'any', 'one-answers': ['a', 'b'], to: 'end' });
    const fields = { ask: 'How easy is it to find out about short breaks?', options: 'Hard\nVery hard' };
    const narrowed = await officer.post(`${list}/questions/q2`, fields);
    const now = await officer.read(narrowed.headers.get('location') ?? '');
    expect(now).toContain('Question 3 said: ');
    expect(now).toContain(
      'It now says: ‘If ‘How easy is it to find out about short breaks?’ is ‘Hard’, go to the end.’',
    );
  });

  test('numbers, days, several answers and two parts become what routing reads', async () => {
    const { at, rules } = await plan();
    const add = async (fields: Record<string, string>) => {
      expect((await officer.post(at('q7'), { to: 'end', ...fields })).status).toBe(303);
      return (await rules('q7')).at(-1)?.when;
    };
    expect(await add({ one: 'q6', 'one-how': 'at-least', 'one-number': '3' })).toEqual({ q: 'q6', atLeast: 3 });
    expect(await add({ one: 'q6', 'one-how': 'at-most', 'one-number': '-1' })).toEqual({ q: 'q6', atMost: -1 });
    expect(await add({ one: 'q6', 'one-how': 'unanswered' })).toEqual({ not: { q: 'q6', answered: true } });
    const day = { 'one-date-day': '1', 'one-date-month': 'September', 'one-date-year': '2026' };
    expect(await add({ one: 'q7', 'one-how': 'from', ...day })).toEqual({ q: 'q7', onOrAfter: '2026-09-01' });
    expect(
      await add({
        one: 'q4',
        'one-how': 'all',
        'one-answers': 'b',
        two: 'q1',
        join: 'or',
        'two-how': 'none',
        'two-answers': 'young',
      }),
    ).toEqual({ or: [{ q: 'q4', allOf: ['b'] }, { not: { q: 'q1', anyOf: ['young'] } }] });
  });

  test('what is missing, and a rule that leads back, are refused beside their field', async () => {
    const { at, rules } = await plan();
    const cases: [Record<string, string>, string][] = [
      [{ to: 'end' }, 'one'],
      [{ one: 'q5', to: 'end' }, 'one'],
      [{ one: 'q2', to: 'end' }, 'one-how'],
      [{ one: 'q2', 'one-how': 'any', to: 'end' }, 'one-answers'],
      [{ one: 'q2', 'one-how': 'any', 'one-answers': 'zz', to: 'end' }, 'one-answers'],
      [{ one: 'q2', 'one-how': 'answered', to: 'q1' }, 'to'],
      [{ one: 'q2', 'one-how': 'answered', to: '' }, 'to'],
      [{ one: 'q2', 'one-how': 'answered', two: 'q1', 'two-how': 'answered', to: 'end' }, 'join'],
      [{ one: 'q6', 'one-how': 'at-least', 'one-number': 'three', to: 'end' }, 'one-number'],
      [{ one: 'q7', 'one-how': 'until', 'one-date-day': '31', 'one-date-month': '2', to: 'end' }, 'one-date'],
    ];
    for (const [fields, field] of cases) {
      const refused = await officer.post(at('q7'), fields);
      const html = await refused.text();
      expect(refused.status, field).toBe(422);
      expect(html, field).toContain(`href="#${field}"`);
      expect(html, field).toContain(`id="${field}"`);
    }
    expect(await rules('q7')).toEqual([]);
  });

  test('rules move and go by buttons, and pages that nobody can come to are named', async () => {
    const { at, rules, list } = await plan();
    for (const [one, to] of [
      ['q1', 'q4'],
      ['q2', 'q8'],
    ] as const)
      await officer.post(at('q2'), { one, 'one-how': 'answered', to });
    const order = async () => (await rules('q2')).map(each => each.to).join(' ');
    const keys = async () => [...(await officer.read(at('q2'))).matchAll(/<li id="(\w+)"/g)].map(each => each[1] ?? '');
    const [, second = ''] = await keys();
    await officer.post(`${at('q2')}/${second}/up`);
    expect(await order()).toBe('q8 q4');
    await officer.post(`${at('q2')}/${second}/up`);
    expect(await order(), 'the first stays the first').toBe('q8 q4');
    await officer.post(`${at('q2')}/${second}/down`);
    await officer.post(`${at('q2')}/${second}/removal`);
    await officer.post(`${at('q2')}/${second}/removal`);
    expect(await order()).toBe('q4');
    expect((await officer.post(`${at('q2')}/${second}/sideways`)).status).toBe(404);
    await officer.post(at('q2'), { one: 'q1', 'one-how': 'unanswered', to: 'q4' });
    expect(await officer.read(at('q2'))).toContain('Question 3 can never be reached');
    expect(await officer.read(list)).toContain('Question 3 can never be reached');
  });

  test('a rule is edited in the form that it was made with, and stays where it stood', async () => {
    const { at, rules } = await plan();
    const add = (fields: Record<string, string>) => officer.post(at('q7'), fields);
    await add({ one: 'q2', 'one-how': 'any', 'one-answers': 'a', to: 'q8' });
    await add({ one: 'q7', 'one-how': 'unanswered', to: 'end' });
    const key = /<li id="(\w+)"/.exec(await officer.read(at('q7')))?.[1] ?? '';
    const form = await officer.read(`${at('q7')}?edit=${key}`);
    expect(form).toContain('Change the rule');
    expect(form).toMatch(/name="one-answers" value="a"\s+checked/);
    expect(form).toMatch(/<option value="q8" selected>/);
    const other = await officer.read(`${at('q7')}?edit=${key}&one=q4`);
    expect(other, 'answers to another question').not.toContain(' checked');
    expect(other).toMatch(/<option value="q8" selected>/);
    const changed = { rule: key, one: 'q2', 'one-how': 'none', 'one-answers': 'b', to: 'q5' };
    const wrong = await add({ ...changed, to: '' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain(`name="rule" value="${key}"`);
    expect((await add(changed)).status).toBe(303);
    const [first] = await rules('q7');
    expect(first).toEqual({ when: { not: { q: 'q2', anyOf: ['b'] } }, to: 'q5' });
    expect(await rules('q7')).toHaveLength(2);
    const late = await add({ ...changed, to: 'q8' });
    expect(late.status, 'the rule was changed since').toBe(422);
    expect(await late.text()).toContain('Somebody has changed or removed that rule since.');
    expect(await rules('q7')).toHaveLength(2);
    const same = { rule: keyOf(first as Rule), one: 'q7', 'one-how': 'unanswered', to: 'end' };
    expect((await add(same)).status).toBe(303);
    expect(await rules('q7'), 'no rule twice').toHaveLength(1);
  });

  test('more than four rules of one question are folded, so that they do not hide the questions', async () => {
    const upTo = (count: number): Definition => {
      const next = Array.from({ length: count }, (_, n): Rule => ({ when: { q: 'q6', atLeast: 50 - n }, to: 'q5' }));
      return { ...survey, questions: survey.questions.map(each => (each.id === 'q6' ? { ...each, next } : each)) };
    };
    const few = await officer.read((await plan(upTo(4))).list);
    expect(few).toContain('is 47 or more, go to question 7.');
    expect(few).not.toContain('<summary>4 rules');
    const many = await officer.read((await plan(upTo(5))).list);
    expect(many).toMatch(
      /<summary>5 rules say where it leads<\/summary>[^]*is 46 or more, go to question 7\.[^]*<\/details>/,
    );
  });

  test('the rules of a copy ask for the answer to the copy', async () => {
    const { list, at, rules } = await plan();
    await officer.post(at('q2'), { one: 'q2', 'one-how': 'any', 'one-answers': 'a', to: 'q8' });
    await officer.post(at('q2'), { one: 'q1', 'one-how': 'answered', to: 'end' });
    await officer.post(`${list}/questions/q2/copy`);
    expect(await rules('q9')).toEqual([
      { when: { q: 'q9', anyOf: ['a'] }, to: 'q8' },
      { when: { q: 'q1', answered: true }, to: 'end' },
    ]);
    expect((await rules('q2'))[0]?.when, 'the first one stays').toEqual({ q: 'q2', anyOf: ['a'] });
  });

  test('what is wrong with the rules stands at each question, and the summary leads there', async () => {
    const back = [{ when: { q: 'q2', answered: true as const }, to: 'q1' }];
    const on = [
      { when: { q: 'q4', answered: true as const }, to: 'q7' },
      { when: { not: { q: 'q4', answered: true as const } }, to: 'q7' },
    ];
    const next: Record<string, Rule[]> = { q2: back, q4: on };
    const questions = survey.questions.map(each => (next[each.id] ? { ...each, next: next[each.id] } : each));
    const { list, at } = await plan({ ...survey, questions });
    const html = await officer.read(list);
    const words = 'Question 1 and Question 2 lead in a circle';
    expect(html).toContain(`<a href="#q2">${words}`);
    expect(html).toContain('<a href="#q6">Question 5 can never be reached');
    const row = (id: string) => html.split(`<li id="${id}"`)[1]?.split('</li>\n      <li')[0] ?? '';
    for (const id of ['q1', 'q2']) expect(row(id), id).toContain(words);
    expect(row('q3')).not.toContain(words);
    expect(row('q6')).toContain('can never be reached');
    const rules = await officer.read(at('q2'));
    expect(rules).toContain(`<a href="${list}#q2">${words}`);
    const key = /<li id="(\w+)"/.exec(rules)?.[1] ?? '';
    expect(await officer.read(`${at('q2')}?edit=${key}`), 'it may be led elsewhere').toContain('Change the rule');
  });

  test('deeper rules are said in a sentence and can be taken out', async () => {
    const next = [
      { when: { and: [{ q: 'q1', answered: true }, { or: [{ q: 'q2', anyOf: ['a', 'b'] }] }] }, to: 'end' },
    ] as { when: Condition; to: string }[];
    const questions = survey.questions.map(each => (each.id === 'q2' ? { ...each, next } : each));
    const { at, rules } = await plan({ ...survey, questions });
    const html = await officer.read(at('q2'));
    expect(html).toContain('It says more than the form below can.');
    expect(html).toContain('(‘How easy is it to find out about short breaks?’ is ‘Easy’ or ‘Hard’), go to the end.');
    await officer.post(`${at('q2')}/${/<li id="(\w+)"/.exec(html)?.[1] ?? ''}/removal`);
    expect(await rules('q2')).toEqual([]);
  });

  test('once published they stay as they are', async () => {
    const { id } = await openConsultation(world, officer);
    const path = `/desk/consultations/${id}/survey/questions/q2/rules`;
    expect((await officer.get(path)).status).toBe(404);
    expect((await officer.post(path, { one: 'q1', 'one-how': 'answered', to: 'end' })).status).toBe(409);
  });
});

test('every comparison is a sentence', () => {
  const say = (when: Condition) => ruleInWords({ when, to: 'q4' }, survey, key => key);
  expect(say({ not: { q: 'q2', anyOf: ['a'] } })).toContain('is not ‘Easy’, go to question 4.');
  expect(say({ not: { q: 'q4', anyOf: ['a', 'b'] } })).toContain(
    'has none of ‘More weekends’ and ‘Places nearer home’',
  );
  expect(say({ q: 'q4', anyOf: ['a'] })).toContain('‘What would help?’ has ‘More weekends’');
  expect(say({ q: 'q4', allOf: ['a', 'b'] })).toContain('has ‘More weekends’ and ‘Places nearer home’');
  expect(say({ q: 'q7', onOrBefore: '2026-09-01' })).toContain('is 1 September 2026 or earlier');
  expect(say({ not: { q: 'q6', atMost: 2 } })).toContain('is not 2 or less');
  expect(say({ not: { or: [{ q: 'q6', atMost: 2 }] } })).toContain('it is not so that (');
});

test('a page behind a rule about an area can be reached', () => {
  const definition: Definition = {
    format: 1,
    questions: [
      {
        id: 'q1',
        kind: 'area',
        ask: 'Where?',
        bins: ['B97'],
        next: [
          { when: { q: 'q1', anyOf: ['B97'] }, to: 'q3' },
          { when: { not: { q: 'q1', anyOf: ['B97'] } }, to: 'end' },
        ],
      },
      { id: 'q3', kind: 'long-text', ask: 'Why?' },
    ],
  };
  expect(routingGaps(definition)).toEqual([]);
});

test('every rule that the form makes fills the form again', () => {
  const pages = decidingPages(survey, 'q7').map(page => page.id);
  const part = fc.record({
    q: fc.constantFrom(...pages),
    how: fc.nat(),
    ids: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
    number: fc.integer({ min: -9, max: 9 }),
    day: fc.constantFrom('2026-02-28', '2026-12-01'),
  });
  type Part = typeof part extends fc.Arbitrary<infer P> ? P : never;
  const fieldsOf = (name: string, { q, how, ids, number, day }: Part) => {
    const question = pagesOf(survey).find(page => page.id === q)?.question as Question;
    const answers = answersIn(question, key => key);
    const ways = waysOf(question, answers.length > 0);
    return {
      [`${name}-how`]: [ways[how % ways.length]?.value ?? ''],
      [`${name}-answers`]: ids.map(at => answers[at % answers.length]?.id ?? ''),
      [`${name}-number`]: [String(number)],
      [`${name}-date`]: [day],
    };
  };
  const rules = fc.record({
    one: part,
    two: fc.option(part),
    join: fc.constantFrom('and', 'or'),
    to: fc.constantFrom('q8', 'q5', 'end'),
  });
  fc.assert(
    fc.property(rules, ({ one, two, join, to }) => {
      const typed = { ...fieldsOf('one', one), ...(two ? fieldsOf('two', two) : {}), join: [join], to: [to] };
      const made = readRule(survey, 'q7', { one: one.q, two: two?.q ?? '' }, typed);
      if (!made.ok) throw new Error(JSON.stringify(made.errors));
      const form = formOf(survey, 'q7', made.rule);
      if (!form) throw new Error(JSON.stringify(made.rule));
      expect(readRule(survey, 'q7', form.deciding, form.typed)).toEqual(made);
    }),
  );
});
