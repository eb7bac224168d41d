import { describe, expect, test } from 'vitest';
import { worcestershire } from '../../src/charters/presets/index.ts';
import { rungOf } from '../../src/charters/charter.ts';
import { demo, type DemoAnswers, type DemoConsultation } from '../../src/demo/content/index.ts';
import { acknowledgementDueOn } from '../../src/charters/clocks.ts';
import { missingFromPlan } from '../../src/consultations/plan.ts';
import { kindOf, missingForPublishing, parseDefinition, type Question } from '../../src/surveys/definition.ts';

const days = ['2026-11-22', '2026-12-31', '2027-03-30', '2028-02-29'];
const today = '2026-11-22';
const all = demo(today);

const commentsOf = (answers: DemoAnswers | undefined) => (answers && 'comments' in answers ? answers.comments : []);
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** Every text inside, without the comments: families write as they like. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || 'comments' in value) return [];
  return Object.values(value).flatMap(texts);
}

const long = (text: string) =>
  text.split(/(?<=[.?!:۔])[\s’]+/).filter(sentence => sentence.includes(' ') && sentence.split(/\s+/).length > 25);

test('the demo holds a consultation in every state, and one on the real charter', () => {
  const shown = all.consultations.map(each => each.shows).join('; ');
  for (const state of ['opening soon', 'open', 'closing today', 'waiting for acknowledgement', 'overdue', 'themed'])
    expect(shown).toContain(state);
  expect(shown).toMatch(/published.*changed since publication/);
  const review = all.consultations.find(each => each.key === 'charter-review');
  const asked = JSON.stringify(review?.survey);
  for (const { words } of worcestershire.commitments) expect(asked).toContain(words);
});

/** All that is words: of a drawing, what it shows. */
const inWords = {
  ...all,
  consultations: all.consultations.map(each => ({ ...each, pictures: each.pictures?.map(({ alt }) => alt) })),
};

test('nobody in the demo can be reached: addresses end in .example, numbers are kept for drama', () => {
  const text = JSON.stringify(inWords);
  for (const [address] of text.matchAll(/[\w.+-]+@[\w.-]+/g)) expect(address).toMatch(/\.example$/);
  for (const [number] of text.matchAll(/\d{5} ?\d{3} ?\d{3}/g)) expect(number).toMatch(/^01632 960 \d{3}$/);
  expect(text).not.toMatch(/https?:/);
});

test('the demo is written in sentences of at most 25 words', () => {
  const commentless = inWords.consultations.map(({ profile: _profile, ...rest }) => rest);
  expect(texts({ ...inWords, consultations: commentless }).flatMap(long)).toEqual([]);
});

describe.each(days)('on %s', day => {
  test.each(demo(day).consultations)('$key has its dates in order and its history in the past', each => {
    const { opensOn, closesOn, outcomeOn } = each.plan;
    expect([each.publishedOn, opensOn, closesOn, outcomeOn].toSorted()).toEqual([
      each.publishedOn,
      opensOn,
      closesOn,
      outcomeOn,
    ]);
    for (const on of [each.publishedOn, each.outcomesPublishedOn, ...each.updates.map(update => update.on)])
      expect(on === null || on <= day).toBe(true);
    if (each.outcomes.length > 0) expect(each.outcomesPublishedOn ?? '').toMatch(/^\d/);
    if (opensOn > day) expect(each.profile.responses).toBe(0);
  });
});

describe.each(all.consultations)('the consultation $key', each => {
  const questions = each.survey.questions;

  test('can be published: its survey is sound and its rung stands in the charter', () => {
    const parsed = parseDefinition(each.survey);
    expect(parsed.ok ? missingForPublishing(parsed.definition) : parsed.errors).toEqual([]);
    expect(rungOf(worcestershire, each.plan.level)).toBeDefined();
    const replyBy = acknowledgementDueOn(each.plan.closesOn, {
      closingDays: new Set(all.closingDays.map(({ day }) => day)),
    });
    expect(missingFromPlan(each.plan, each.plan, { today: each.publishedOn, replyBy })).toEqual([]);
  });

  test('has answers only to its own questions, of the right kind, with every option chosen by 5 or more', () => {
    for (const [id, answers] of Object.entries(each.profile.answers)) {
      const question = questions.find(one => one.id === id);
      expect(question, id).toBeDefined();
      if (question) expectToFit(question, answers, each);
    }
  });

  test('ties themes, outcomes, quotes and updates to what is there', () => {
    const comments = Object.entries(each.profile.answers).flatMap(([id, answers]) =>
      commentsOf(answers).map(comment => ({ ...comment, at: `${id}/${comment.key}` })),
    );
    const themes = each.themes.map(theme => theme.key);
    expect(themes).toEqual(expect.arrayContaining(comments.flatMap(comment => comment.themes ?? [])));
    expect(themes).toEqual(expect.arrayContaining(each.outcomes.flatMap(outcome => outcome.themes)));
    expect(comments.map(comment => comment.at)).toEqual(
      expect.arrayContaining([
        ...each.outcomes.flatMap(outcome => outcome.quotes),
        ...each.concerns.map(concern => concern.comment),
      ]),
    );
    expect(each.outcomes.map(outcome => outcome.key)).toEqual(
      expect.arrayContaining(each.updates.map(update => update.outcome)),
    );
    expect(new Set(comments.map(comment => comment.at)).size).toBe(comments.length);
  });

  test('names only people, organisations and service changes that the demo has', () => {
    expect(all.people.map(person => person.key)).toEqual(expect.arrayContaining([each.createdBy, ...each.team]));
    expect(all.organisations.map(organisation => organisation.key)).toContain(each.organisation);
    expect(all.serviceChanges.map(change => change.key)).toEqual(
      expect.arrayContaining(each.outcomes.flatMap(outcome => outcome.serviceChanges)),
    );
  });
});

function expectToFit(question: Question, answers: DemoAnswers, { profile }: DemoConsultation) {
  if (kindOf(question).isText) {
    const comments = commentsOf(answers);
    expect(comments.length).toBeGreaterThan(0);
    expect(sum(comments.map(comment => comment.times ?? 1))).toBeLessThanOrEqual(profile.responses);
    return;
  }
  const shares = 'chances' in answers ? answers.chances : 'weights' in answers ? answers.weights : {};
  const answered = Math.floor((profile.responses * (100 - ('skip' in answers ? answers.skip : 0))) / 100);
  const whole = 'chances' in answers ? 100 : sum(Object.values(shares));
  const cells = new Map<string, number>();
  for (const [value, share] of Object.entries(shares)) {
    const cell = cellOf(question, value);
    cells.set(cell, (cells.get(cell) ?? 0) + (share / whole) * answered);
  }
  expect([...cells.keys()].toSorted(), question.id).toEqual(optionsOf(question).toSorted());
  if (question.kind !== 'date') expect(Math.min(...cells.values()), question.id).toBeGreaterThanOrEqual(5);
}

const cellOf = (question: Question, value: string): string =>
  question.kind === 'number' ? (kindOf(question).cells(question, Number(value))[0] ?? '') : dated(question, value);

const dated = (question: Question, value: string) => (question.kind === 'date' ? 'date' : value);

const optionsOf = (question: Question): string[] =>
  question.kind === 'date'
    ? ['date']
    : kindOf(question)
        .tallyOptions(question)
        .map(option => option.id);
