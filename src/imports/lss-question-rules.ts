/** One question of LimeSurvey as one or more pages of ours, and what of it finds no place. */
import type { Question } from '../surveys/definition.ts';
import { boundsOf } from './lss-bound-rules.ts';
import { choiceBuilders } from './lss-choice-rules.ts';
import { together, type Build, type Kit, type Made } from './lss-made-rules.ts';
import type { LssQuestion } from './lss-survey-rules.ts';
import { cut, joined, MOST, tooLong, worded } from './lss-words-rules.ts';
import { editionsOf, plainOf, type Texts } from './said-rules.ts';

const LONG = 10_000;
const SHORT = 200;

/** By LimeSurvey's letter for the type. */
const builders: Record<string, Build> = {
  ...choiceBuilders,
  N: (question, kit) => one(kit, question.ask, question, id => number(id, question)),
  K: (question, kit) => lines(question, kit, id => number(id, question), 'number'),
  D: (question, kit) => one(kit, question.ask, question, id => ({ id, kind: 'date', ask: '', bins: 'year' })),
  S: (question, kit) => one(kit, question.ask, question, id => text(id, SHORT)),
  T: (question, kit) => one(kit, question.ask, question, id => text(id, LONG)),
  U: (question, kit) => one(kit, question.ask, question, id => text(id, LONG)),
  Q: (question, kit) => lines(question, kit, id => text(id, SHORT), 'words'),
  ';': (question, kit) => grid(question, kit, id => text(id, SHORT), 'words'),
  ':': (question, kit) => grid(question, kit, id => number(id, question), 'number'),
  X: information,
};

/** Null for a type that has no equivalent here. */
export const makeQuestions = (question: LssQuestion, kit: Kit): Made | null =>
  Object.hasOwn(builders, question.type) ? (builders[question.type]?.(question, kit) ?? null) : null;

/* Pages of one answer each */

type Shape = (id: string) => Question;

const text = (id: string, limit: number): Question =>
  limit > SHORT ? { id, kind: 'long-text', ask: '', limit } : { id, kind: 'short-text', ask: '' };

const number = (id: string, question: LssQuestion): Question => ({
  ...{ id, kind: 'number', ask: '' },
  ...boundsOf(question),
  bins: [],
});

/** One page, with what of its words finds no place. */
function one(kit: Kit, ask: Texts, question: LssQuestion, shape: Shape): Made {
  const made = shape(kit.nextId());
  const kind = made.kind === 'number' || made.kind === 'date' ? made.kind : 'words';
  const { page, left } = worded(made, ask, question, kit);
  return { questions: [page], references: new Map([['', { kind, q: page.id }]]), left };
}

/** A page for each line of several boxes. */
function lines(question: LssQuestion, kit: Kit, shape: Shape, kind: 'number' | 'words'): Made {
  return together(
    question.parts.map(part => {
      const made = one(kit, joined(question.ask, part.ask, kit.tongues), question, shape);
      return { ...made, references: new Map([[`_${part.code}`, { kind, q: made.questions[0]?.id ?? '' }]]) };
    }),
  );
}

/** A page for each box of a grid. */
function grid(question: LssQuestion, kit: Kit, shape: Shape, kind: 'number' | 'words'): Made {
  return together(
    question.parts.flatMap(part =>
      question.columns.map(column => {
        const asked = joined(joined(question.ask, part.ask, kit.tongues), column.ask, kit.tongues);
        const made = one(kit, asked, question, shape);
        return {
          ...made,
          references: new Map([[`_${part.code}_${column.code}`, { kind, q: made.questions[0]?.id ?? '' }]]),
        };
      }),
    ),
  );
}

/** Words to read, their help after them: the first line is the heading where it is short enough. */
function information(question: LssQuestion, kit: Kit): Made {
  const said = joined(question.ask, question.help, kit.tongues, '\n');
  const editions = editionsOf(said, kit.tongues).map(([edition, words]) => [edition, headed(words)] as const);
  const whole = plainOf(said, kit.tongues);
  const page: Question = {
    ...{ id: kit.nextId(), kind: 'information' as const },
    ...headed(whole),
    ...(editions.length > 0 ? { editions: Object.fromEntries(editions) } : {}),
  };
  const long = whole.length > MOST.body ? [tooLong(whole, MOST.body, 'the words')] : [];
  return { questions: [page], references: new Map(), left: long };
}

function headed(words: string): { ask: string; body: string } {
  const [first = '', ...rest] = words.split('\n');
  const hasHeading = first.length <= MOST.ask && rest.length > 0;
  const [ask, body] = hasHeading ? [first, rest] : ['Please read this', [first, ...rest]];
  return { ask, body: cut(body.join('\n\n') || ask, MOST.body) };
}
