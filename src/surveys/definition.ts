/** A survey as one definition in JSON: `{ format: 1, questions }`, each question a page of the journey. */
import * as z from 'zod';
import { isKind, kindOf, kinds, type KindName, type Question } from './kinds/registry.ts';

export type { Answer, AnswerError, Answers, Choice, Kind, Raw, Reading, Translate } from './kinds/kind.ts';
export { choices, describeAnswer, kindName, kindOf, kinds, readAnswer } from './kinds/registry.ts';
export type { KindName, Question, QuestionOf } from './kinds/registry.ts';

export interface Definition {
  format: 1;
  questions: Question[];
}

/** What is wrong, as a sentence. `n` counts from 1 and `id` names the question, where it is about one. */
export interface DefinitionError {
  n: number | null;
  id: string | null;
  message: string;
}

export type Parsed = { ok: true; definition: Definition } | { ok: false; errors: DefinitionError[] };

const MOST_QUESTIONS = 100;

const outside = z.strictObject(
  {
    format: z.literal(1, 'the format has to be 1; this one is from another version of Said and Done'),
    questions: z
      .array(z.unknown(), { error: 'give a list of questions' })
      .max(MOST_QUESTIONS, 'ask at most 100 questions'),
  },
  'give format and questions',
);

export const emptyDefinition = (): Definition => ({ format: 1, questions: [] });

/** JSON text, or a value already parsed, as a definition or as a list of everything that is wrong with it. */
export function parseDefinition(json: unknown): Parsed {
  const value = typeof json === 'string' ? fromJson(json) : json;
  if (value === undefined) return { ok: false, errors: [aboutAll('this is not JSON')] };
  const frame = outside.safeParse(value);
  if (!frame.success) return { ok: false, errors: frame.error.issues.map(issue => aboutAll(plain(issue))) };
  const read = frame.data.questions.map(parseQuestion);
  const questions = read.flatMap(each => (each.question ? [each.question] : []));
  const errors = [...read.flatMap(each => each.errors), ...clashes(questions)];
  return errors.length > 0 ? { ok: false, errors } : { ok: true, definition: { format: 1, questions } };
}

/** A definition that was kept; throws when it is damaged. */
export function readDefinition(json: string): Definition {
  const parsed = parseDefinition(json);
  if (parsed.ok) return parsed.definition;
  throw new Error(`A kept survey cannot be read. ${parsed.errors.map(each => each.message).join(' ')}`);
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parseQuestion(value: unknown, at: number): { question?: Question; errors: DefinitionError[] } {
  const n = at + 1;
  const { id, kind } = (typeof value === 'object' && value !== null ? value : {}) as { id?: unknown; kind?: unknown };
  const known = typeof id === 'string' ? id : null;
  const say = (what: string): DefinitionError => ({ n, id: known, message: sentence(`Question ${n}`, known, what) });
  if (!isKind(kind)) return { errors: [say(`choose its kind among ${Object.keys(kinds).join(', ')}`)] };
  const parsed = kinds[kind].schema.safeParse(value);
  return parsed.success
    ? { question: parsed.data, errors: [] }
    : { errors: parsed.error.issues.map(issue => say(plain(issue))) };
}

const sentence = (where: string, id: string | null, what: string): string =>
  `${where}${id === null ? '' : ` (${id})`}: ${what}.`;

const aboutAll = (what: string): DefinitionError => ({
  n: null,
  id: null,
  message: sentence('The survey', null, what),
});

/** One of zod's issues as part of a sentence: where, and what to do. */
function plain(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `take out what is not known here: ${issue.keys.join(', ')}`;
  const where = issue.path.map(part => (typeof part === 'number' ? String(part + 1) : String(part))).join(' ');
  return where === '' ? issue.message : `${where}: ${issue.message}`;
}

/** Ids stand in answers and tallies, so each belongs to one question. 'Who is answering' feeds a breakdown: once only. */
function clashes(questions: Question[]): DefinitionError[] {
  return questions.flatMap((question, at) => {
    const before = questions.slice(0, at);
    const say = (what: string) => ({ n: null, id: question.id, message: sentence('The survey', question.id, what) });
    const errors = before.some(each => each.id === question.id) ? [say('two questions have this id; change one')] : [];
    const second = question.kind === 'who-is-answering' && before.some(each => each.kind === question.kind);
    return second ? [...errors, say('ask who is answering only once')] : errors;
  });
}

/** A new question, its words still to be written. Take `id` from `nextQuestionId`. */
export const defaultQuestion = (kind: KindName, id = 'q1'): Question => kinds[kind].fresh(id);

/** The next id above all that were ever used. Pass those of every version: an id that comes back would mix old counts with new. */
export const nextQuestionId = (used: Iterable<string>): string =>
  `q${1 + Math.max(0, ...Array.from(used, id => Number(/^q(\d{1,10})$/.exec(id)?.[1] ?? 0)))}`;

/** The next option id above all that were ever used: a to z, then o27 and on. */
export function nextOptionId(used: Iterable<string>): string {
  const places = Array.from(used, id =>
    /^[a-z]$/.test(id) ? id.charCodeAt(0) - 96 : Number(/^o(\d{1,8})$/.exec(id)?.[1] ?? 0),
  );
  const next = 1 + Math.max(0, ...places);
  return next <= 26 ? String.fromCharCode(96 + next) : `o${next}`;
}

/** What still stands in the way of publishing, in sentences for the officer; empty when nothing does. */
export function missingForPublishing(definition: Definition): string[] {
  const { questions } = definition;
  const asks = questions.some(question => !kindOf(question).emptyOk);
  const nothing = asks ? [] : ['Add at least one question for people to answer.'];
  const each = questions.flatMap((question, at) =>
    kindOf(question)
      .missing(question)
      .map(what => `Question ${at + 1}: ${what}`),
  );
  return [...nothing, ...each];
}
