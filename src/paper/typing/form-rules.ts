/** What an officer typed of a paper, question by question: read like a family's own answer, and forgiving where paper is. */
import { aboutOf, answersToSend } from '../../surveys/answers.ts';
import type { Definition, Question } from '../../surveys/definition.ts';
import { valuesOf, type Answers, type AnswerError, type Raw } from '../../surveys/kinds/kind.ts';
import { kindOf } from '../../surveys/kinds/registry.ts';
import { lengthOf, tidyText } from '../../surveys/kinds/text.ts';
import type { Entry } from '../entry-rules.ts';

/** How answers come in that were not sent online. The names stand in tallies: never change one. */
export const channels = ['paper', 'phone', 'in-person', 'event'] as const;
export type Channel = (typeof channels)[number];
export const channelNames: Record<Channel, string> = {
  paper: 'On paper',
  phone: 'By phone',
  'in-person': 'In person',
  event: 'At an event',
};

type Typed = Readonly<Record<string, string[] | undefined>>;

/** The longest text that any question takes: a shorter limit binds who writes online, not who wrote on paper. */
const LONGEST = 10_000;

export type TypedAnswers = {
  answers: Answers;
  /** The questions whose answer could not be read: not answered, and known to be so. */
  unreadable: string[];
  /** By question id. */
  errors: Map<string, AnswerError>;
};

export function readTyped(entries: readonly Entry[], typed: Typed): TypedAnswers {
  const ticked = new Set(typed['unreadable'] ?? []);
  const read: TypedAnswers = { answers: {}, unreadable: [], errors: new Map() };
  for (const { question } of entries.filter(entry => entry.n !== null)) {
    const raw = rawOf(question.id, typed);
    const isEmpty = Object.keys(raw).every(field => valuesOf(raw, field).every(value => value.trim() === ''));
    if (ticked.has(question.id)) read.unreadable.push(question.id);
    if (isEmpty) continue;
    if (ticked.has(question.id)) read.errors.set(question.id, { key: 'both', params: {}, field: 'answer' });
    else readOne(question, raw, read);
  }
  return read;
}

function readOne(question: Question, raw: Raw, read: TypedAnswers): void {
  const reading = kindOf(question).isText ? readWords(raw) : kindOf(question).read(question, raw);
  if (!reading.ok) read.errors.set(question.id, reading.error);
  else if (reading.answer !== null) read.answers[question.id] = reading.answer;
}

function readWords(raw: Raw) {
  const answer = tidyText(valuesOf(raw).join('\n'));
  const over = lengthOf(answer) - LONGEST;
  const error = { key: 'surveys.error.too-long', params: { over, limit: LONGEST }, field: 'answer' };
  return over > 0 ? { ok: false as const, error } : { ok: true as const, answer };
}

/** The fields of one question out of the whole form: `q5` and `q5-day` as `answer` and `answer-day`. */
export function rawOf(id: string, typed: Typed): Raw {
  const own = Object.entries(typed).filter(([name]) => name === id || name.startsWith(`${id}-`));
  return Object.fromEntries(own.map(([name, values]) => [`answer${name.slice(id.length)}`, values]));
}

/** What was typed of a paper, in the fields of its form again. */
export function fieldsOf(
  entries: readonly Entry[],
  { answers, unreadable }: { answers: Answers; unreadable: readonly string[] },
): Record<string, string[]> {
  const filled = entries.flatMap(({ question }) => {
    const answer = Object.hasOwn(answers, question.id) ? (answers[question.id] ?? null) : null;
    const raw = answer === null ? {} : kindOf(question).fill(answer);
    return Object.keys(raw).map(
      field => [`${question.id}${field.slice('answer'.length)}`, valuesOf(raw, field)] as const,
    );
  });
  return { ...Object.fromEntries(filled), unreadable: [...unreadable] };
}

/** The other way round: which field of the form holds this part of an answer. */
export const fieldIn = (id: string, field: string): string => `${id}${field.slice('answer'.length)}`;

/** A reference as it is kept, however it was copied from the paper: 'k7md 3xq9' is 'K7MD-3XQ9'. */
export const readReference = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/^(.{4})/, '$1-');

/** What is kept of typed answers: those on the path that they take, and 'about you'. `left`: the ids of the others. */
export function keptOf(definition: Definition, answers: Answers): { kept: Answers; left: string[] } {
  const kept = { ...answersToSend(definition, answers), ...aboutOf(definition, answers) };
  return { kept, left: Object.keys(answers).filter(id => !Object.hasOwn(kept, id)) };
}
