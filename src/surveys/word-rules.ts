/** The checks of words on a survey: on each question in each edition, on its start pages, and on its length. */
import { checkAsking, checkOptions } from '../words/checks/asking-rules.ts';
import {
  advice,
  at,
  opening,
  type EditionFinding,
  type Finding,
  type Passage,
  type Said,
} from '../words/checks/finding-rules.ts';
import { checkPage, type Known } from '../words/checks/page-rules.ts';
import { checkScale } from '../words/checks/scale-rules.ts';
import { languageOf, type Edition } from '../words/editions.ts';
import { ahead } from './ahead-rules.ts';
import { everyQuestion } from './compare.ts';
import type { Definition, Question } from './definition.ts';
import { editionsOf } from './editions.ts';
import type { EditionWords } from './kinds/kind.ts';
import { linesIn } from './option-rules.ts';
import { pointsMeant } from './ready-scale-rules.ts';
import { kindOf } from './kinds/registry.ts';
import { journey } from './steps.ts';

/** A finding in a survey: on the question of this id, or on the survey as a whole. */
export type SurveyFinding = EditionFinding & { question: string | null };

/** On the whole and on these questions, in every edition that is offered: nobody reads the others. */
export function findingsIn(
  definition: Definition,
  known: Known,
  beside: readonly Question[] = everyQuestion(definition),
): SurveyFinding[] {
  const { about, editions = {} } = definition;
  const offered = editionsOf(definition);
  const starts = [['plain', { why: about?.why }] as const, ...entriesOf(editions)];
  return [
    ...starts.flatMap(([edition, words]) => inEdition(checkPage(passagesOf(words), edition, known), edition)),
    ...inEdition(checkLength(definition), 'plain'),
  ]
    .map((each): SurveyFinding => ({ ...each, question: null }))
    .concat(beside.flatMap(each => findingsOf(each, known).map(found => ({ ...found, question: each.id }))))
    .filter(({ edition }) => offered.includes(edition));
}

/** In the original and in each edition. Each is a page of its own. */
export function findingsOf(question: Question, known: Known): EditionFinding[] {
  const editions = [['plain', original(question)] as const, ...entriesOf(question.editions ?? {})];
  const faces = question.kind === 'items' && question.faces === true;
  return [
    ...editions.flatMap(([edition, words]) => inEdition(checkWords(question, words, edition, known), edition)),
    ...inEdition(at('ask', checkAnswered(question.kind, original(question), faces)), 'plain'),
  ];
}

/** The fields of a question's form that hold words. */
export const WORD_FIELDS = ['ask', 'hint', 'body', 'options', 'points', 'unit'] as const;

/** The same of a question that is being written, from its form's fields. */
export function formFindings(question: Question, values: Readonly<Record<string, unknown>>, known: Known): Finding[] {
  const typed = (name: string) => String(values[name] ?? '');
  const { ask, hint, body, unit } = Object.fromEntries(WORD_FIELDS.map(name => [name, typed(name)]));
  const options = Object.fromEntries(linesIn(typed('options')).entries());
  const points = pointsMeant([], typed('scale'), linesIn(typed('points'))) ?? linesIn(typed('points'));
  const said = { ask, hint, body, unit, options, points };
  const faces = typed('withFaces') !== '';
  return [...checkWords(question, said, 'plain', known), ...at('ask', checkAnswered(question.kind, said, faces))];
}

function checkWords(question: Question, words: EditionWords, edition: Edition, known: Known): Finding[] {
  const { ask = '', options = {}, points = [] } = words;
  const isEnglish = languageOf(edition) === 'en';
  const isStatement = question.kind === 'agreement' || (question.kind === 'items' && !ask.includes('?'));
  return [
    ...checkPage(
      passagesOf({ ...words, options: lines(Object.values(options)), points: lines(points) }),
      edition,
      known,
    ),
    ...at('ask', isEnglish && question.kind !== 'information' ? checkAsking(ask, isStatement) : []),
    ...at('options', edition === 'plain' && question.kind !== 'items' ? checkOptions(Object.values(options)) : []),
    ...at('points', checkScale(points, isEnglish)),
  ];
}

/** Whether the usual scale, of agreement, answers what is asked. */
function checkAnswered(kind: Question['kind'], { ask = '', points = [] }: EditionWords, faces: boolean): Said[] {
  const isUsual = (kind === 'agreement' || (kind === 'items' && !faces)) && points.length === 0;
  if (!isUsual || !ask.includes('?') || /\bagree/i.test(ask)) return [];
  const wrong = `“${opening(ask)}” is not answered by how much somebody agrees.`;
  return [advice('other scale', ask, wrong, 'Choose another scale, or make a statement of it.')];
}

/** A question's own words in the shape of an edition's. */
function original(question: Question): EditionWords {
  const { ask, hint, body, unit, points, options } = question as Question &
    Pick<EditionWords, 'hint' | 'body' | 'unit' | 'points'> & { options?: readonly unknown[] };
  const offered = (options ?? []).filter(each => typeof each === 'object') as { id: string; words: string }[];
  return { ask, hint, body, unit, points, options: Object.fromEntries(offered.map(({ id, words }) => [id, words])) };
}

const MOST_QUESTIONS = 10;

/** The longest way through it, as families count: what only tells something is no question. */
function checkLength(definition: Definition): Finding[] {
  const [first, ...others] = journey(definition);
  if (!first) return [];
  const counts = (step: typeof first) => step.id !== 'quote' && !kindOf(step.question).emptyOk;
  const many = ahead([first, ...others], first, counts).most + (counts(first) ? 1 : 0);
  if (many <= MOST_QUESTIONS) return [];
  const todo = `Ask ${MOST_QUESTIONS} at most: leave out what will change nothing.`;
  return at('survey', [advice('many questions', String(many), `It asks up to ${many} questions.`, todo)]);
}

const inEdition = (found: readonly Finding[], edition: Edition): EditionFinding[] =>
  found.map(each => ({ ...each, edition }));

const entriesOf = <T>(editions: Partial<Record<Edition, T>>): [Edition, T][] =>
  Object.entries(editions) as [Edition, T][];

// An id, and a mark of the original.
const NO_WORDS = ['media', 'writtenFor'];

const passagesOf = (words: object): Passage[] =>
  Object.entries(words).flatMap(([where, text]) =>
    typeof text === 'string' && !NO_WORDS.includes(where) ? [{ where, text }] : [],
  );

const lines = (words: readonly string[]): string => words.join('\n');
