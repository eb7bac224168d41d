/** Made-up surveys and answers for laws that have to hold for all of them. */
import * as fc from 'fast-check';
import type { Answers, Definition, Question } from '../../src/surveys/definition.ts';
import { pagesOf } from '../../src/surveys/pages.ts';
import { kindOf, readAnswer, type Raw } from '../../src/surveys/definition.ts';

const of = (kind: string, more: object): Question => ({ id: 'q0', kind, ask: 'What do you say?', ...more }) as Question;

const LETTERS = ['a', 'b', 'c', 'constructor', 'z9'];
const line = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' });

const options = fc
  .subarray(LETTERS, { minLength: 2 })
  .chain(ids => fc.tuple(...ids.map(id => line.map(words => ({ id, words })))));

const rest: fc.Arbitrary<Question>[] = [
  fc.record({ options, notSure: fc.constantFrom(true as const, undefined) }).map(more => of('choose-one', more)),
  fc
    .record({
      options,
      atMost: fc.option(fc.integer({ min: 2, max: 4 }), { nil: undefined }),
      none: fc.constantFrom(true as const, undefined),
    })
    .map(more => of('choose-many', more)),
  fc.constant(of('agreement', {})),
  fc.constantFrom({}, { faces: 3 }, { faces: 3, points: ['Good', 'So so', 'Bad'] }).map(more => of('faces', more)),
  fc.record({ options }).map(more => of('top-three', more)),
  fc.record({ options, many: fc.constantFrom(true as const, undefined) }).map(more => of('pictures', more)),
  fc.constantFrom([], ['B97', 'WR1']).map(bins => of('area', { bins })),
  fc.constant(of('agreement', { points: ['Very easy', 'Easy', 'Neither', 'Hard', 'Very hard'] })),
  fc.record({ limit: fc.integer({ min: 1, max: 200 }) }).map(more => of('short-text', more)),
  fc.constant(of('long-text', {})),
  fc
    .uniqueArray(fc.integer({ min: -50, max: 50 }), { maxLength: 5 })
    .map(bins => of('number', { bins: bins.sort((a, b) => a - b) })),
  fc.constantFrom('month', 'year').map(bins => of('date', { bins, min: '2024-11-05', max: '2026-03-31' })),
  fc
    .constantFrom({ bins: 'month' }, { bins: 'year', precision: 'month', min: '2024-11-05', max: '2026-03-31' })
    .map(more => of('date', more)),
  fc.constant(of('information', { body: 'Read this first.' })),
];

const who = fc.constant(of('who-is-answering', {}));

// Never asked as a whole: each of its items is.
const items = fc.record({ options }).map(more => of('items', more));

export const aQuestion: fc.Arbitrary<Question> = fc.oneof(...rest, who);

/** A survey of up to eight questions, now and then with 'who is answering' at its start. */
export const aDefinition: fc.Arbitrary<Definition> = fc
  .tuple(fc.array(fc.oneof(...rest, items), { maxLength: 7 }), fc.option(who))
  .map(([questions, first]) => ({
    format: 1,
    questions: [...(first ? [first] : []), ...questions].map((question, at) => ({ ...question, id: `q${at + 1}` })),
  }));

/** What a form might post for a question: mostly sense, now and then anything. */
export function aPost(question: Question): fc.Arbitrary<Raw> {
  const ids = kindOf(question)
    .tallyOptions(question)
    .map(choice => choice.id);
  const anything = fc.oneof(line, fc.constant(''), fc.array(line, { maxLength: 3 }));
  const sense: Record<string, fc.Arbitrary<Raw>> = {
    radios: fc.constantFrom('', ...ids).map(answer => ({ answer })),
    checkboxes: fc.subarray(ids).map(answer => ({ answer })),
    selects: fc
      .shuffledSubarray(ids)
      .map(([one = '', two = '', three = '']) => ({ 'answer-1': one, 'answer-2': two, 'answer-3': three })),
    line: fc.constantFrom('', 'B97', 'wr1 4xy', 'Swimming').map(answer => ({ answer })),
    number: fc.integer({ min: -60, max: 60 }).map(n => ({ answer: String(n) })),
    date: fc.record({
      'answer-day': fc.integer({ min: 1, max: 31 }).map(String),
      'answer-month': fc.integer({ min: 1, max: 12 }).map(String),
      'answer-year': fc.constantFrom('2024', '2025', '2026'),
    }),
  };
  const hostile = fc.record({ answer: anything, 'answer-day': anything, 'answer-month': anything });
  return fc.oneof(
    { weight: 5, arbitrary: sense[kindOf(question).control] ?? hostile },
    { weight: 1, arbitrary: hostile },
  );
}

/** Answers that somebody could have sent: read from posts, skipped or absent. */
export const someAnswers = (definition: Definition): fc.Arbitrary<Answers> =>
  fc.tuple(...pagesOf(definition).map(({ question }) => fc.option(aPost(question), { freq: 4 }))).map(posts => {
    const read = pagesOf(definition).map(({ id, question }, at) => [id, answerTo(question, posts[at] ?? {})] as const);
    return Object.fromEntries(read);
  });

function answerTo(question: Question, raw: Raw) {
  const reading = readAnswer(question, raw);
  return reading.ok ? reading.answer : null;
}

export const aSurveyAndAnswers = aDefinition.chain(definition =>
  fc.tuple(fc.constant(definition), someAnswers(definition)),
);
