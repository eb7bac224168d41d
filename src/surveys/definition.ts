/** A survey as one definition in JSON: `{ format: 1, questions }`, each question a page of the journey. */
import * as z from 'zod';
import { deskNames, editions, type Edition } from '../words/editions.ts';
import { everyQuestion } from './compare.ts';
import { faultsIn } from './cross-checks.ts';
import { originals, words } from './kinds/kind.ts';
import { isKind, kindOf, kinds, type KindName, type Question } from './kinds/registry.ts';
import { called } from './number-rules.ts';
import { routingGaps } from './routing.ts';

export type { Answer, AnswerError, Answers, Choice, Kind, Raw, Reading, Translate } from './kinds/kind.ts';
export { choices, describeAnswer, kindName, kindOf, kinds, readAnswer } from './kinds/registry.ts';
export type { KindName, Question, QuestionOf } from './kinds/registry.ts';

export interface Definition {
  format: 1;
  questions: Question[];
  /** The editions that are offered beside plain English, with what the start page says in them. */
  editions?: Partial<Record<Edition, EditionStart>> | undefined;
  /** Asked after sending, of those who like to. */
  about?: AboutYou | undefined;
}

/** What the consultation says of itself in one edition, where it is not its plan's words. */
export type EditionStart = z.infer<typeof editionStart>;

/** `why` says what the answers are for. `breakdown` is the id of the question by whose answers the others are counted. */
export interface AboutYou {
  why: string;
  questions: Question[];
  breakdown?: string | undefined;
}

/** What is wrong, as a sentence. `n` counts from 1 and `id` names the question, where it is about one. */
export interface DefinitionError {
  n: number | null;
  id: string | null;
  message: string;
}

export type Parsed = { ok: true; definition: Definition } | { ok: false; errors: DefinitionError[] };

const MOST_QUESTIONS = 250;
// Deeper than any survey; a value nested thousands deep would exhaust the stack of whoever reads it.
const DEEPEST = 30;

const long = words(2_000).optional();

export const editionStart = z.strictObject({
  title: words(200).optional(),
  intro: long,
  purpose: long,
  background: words(10_000).optional(),
  canChange: long,
  cannotChange: long,
  audience: long,
  levelReason: long,
  whoDecides: long,
  confidentialityWords: long,
  contentWarning: long,
  supportLinks: long,
  urgentWords: long,
  why: words(1_000).optional(),
  writtenFor: originals.optional(),
});

const listOfQuestions = z
  .array(z.unknown(), { error: 'give a list of questions' })
  .max(MOST_QUESTIONS, 'ask at most 250 questions');

const outside = z.strictObject(
  {
    format: z.literal(1, 'the format has to be 1; this one is from another version of Said and Done'),
    questions: listOfQuestions,
    editions: z.partialRecord(z.enum(editions), editionStart).optional(),
    about: z
      .strictObject({ why: words(1_000), questions: listOfQuestions, breakdown: z.string().optional() })
      .optional(),
  },
  'give format and questions',
);

export const emptyDefinition = (): Definition => ({ format: 1, questions: [] });

/** JSON text, or a value already parsed, as a definition or as a list of everything that is wrong with it. */
export function parseDefinition(json: unknown): Parsed {
  const read = typeof json === 'string' ? fromJson(json) : { value: json };
  if ('where' in read) return { ok: false, errors: [aboutAll(`this is not JSON${read.where}`)] };
  const { value } = read;
  if (isDeeper(value, DEEPEST)) return { ok: false, errors: [aboutAll('it is nested too deep')] };
  const frame = outside.safeParse(value);
  if (!frame.success) return { ok: false, errors: frame.error.issues.map(issue => aboutAll(plain(issue))) };
  const { about, editions } = frame.data;
  const main = readQuestions(frame.data.questions, 'Question');
  const asked = readQuestions(about?.questions ?? [], 'About you, question');
  const definition: Definition = {
    format: 1,
    questions: main.questions,
    ...(editions ? { editions } : {}),
    ...(about ? { about: { ...about, questions: asked.questions } } : {}),
  };
  const errors = [...main.errors, ...asked.errors, ...faultsIn(definition).map(crossed)];
  return errors.length > 0 ? { ok: false, errors } : { ok: true, definition };
}

function readQuestions(values: unknown[], list: string): { questions: Question[]; errors: DefinitionError[] } {
  const read = values.map((value, at) => parseQuestion(value, at + 1, list));
  return {
    questions: read.flatMap(each => (each.question ? [each.question] : [])),
    errors: read.flatMap(each => each.errors),
  };
}

const crossed = ({ id, what }: { id: string | null; what: string }): DefinitionError => ({
  n: null,
  id,
  message: sentence('The survey', id, what),
});

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some(each => isDeeper(each, levels - 1));
}

/** A definition that was kept; throws when it is damaged. */
export function readDefinition(json: string): Definition {
  const parsed = parseDefinition(json);
  if (parsed.ok) return parsed.definition;
  throw new Error(`A kept survey cannot be read. ${parsed.errors.map(each => each.message).join(' ')}`);
}

/** The value, or where the text stops being JSON, as far as the parser says. */
function fromJson(text: string): { value: unknown } | { where: string } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const line = /\(line (\d+) /.exec(error instanceof Error ? error.message : '')?.[1];
    return { where: line && line !== '1' ? `: look at line ${line} and at the one above it` : '' };
  }
}

function parseQuestion(value: unknown, n: number, list: string): { question?: Question; errors: DefinitionError[] } {
  const { id, kind } = (typeof value === 'object' && value !== null ? value : {}) as { id?: unknown; kind?: unknown };
  const known = typeof id === 'string' ? id : null;
  const say = (what: string): DefinitionError => ({ n, id: known, message: sentence(`${list} ${n}`, known, what) });
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
  const { questions, about } = definition;
  const asks = questions.some(question => !kindOf(question).emptyOk);
  const nothing = asks ? [] : ['Add at least one question for people to answer.'];
  const each = everyQuestion(definition).flatMap(question =>
    kindOf(question)
      .missing(question)
      .map(what => `${called(definition, question.id)}: ${what}`),
  );
  const why = about && about.why === '' ? ['‘About you’: say why you ask.'] : [];
  return [...nothing, ...each, ...why, ...silentEditions(definition), ...routingGaps(definition).map(gap => gap.words)];
}

/** Editions that are offered and say nothing at all: whoever chose one would read another language. */
const silentEditions = (definition: Definition): string[] =>
  (Object.keys(definition.editions ?? {}) as Edition[])
    .filter(edition => isSilent(definition, edition))
    .map(edition => `${deskNames[edition]} is offered, and says nothing yet. Write it, or stop offering it.`);

export const isSilent = (definition: Definition, edition: Edition): boolean =>
  edition !== 'plain' &&
  Object.keys(definition.editions?.[edition] ?? {}).length === 0 &&
  everyQuestion(definition).every(each => !each.editions?.[edition]);
