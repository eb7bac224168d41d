import { kinds, nextOptionId, type Question } from './definition.ts';

/** Every value of every field, as a form sends them. */
type Typed = Record<string, string[] | undefined>;

/** What the edit page's fields hold: one value a field, a list for checkboxes. */
export type QuestionValues = Record<string, string | string[]>;
export type QuestionRead = { ok: true; question: Question } | { ok: false; errors: Record<string, string> };

/** A question as the fields of its edit page. Options and points stand one a line. */
export function questionValues(question: Question): QuestionValues {
  const shared = { ask: question.ask, hint: question.hint ?? '', required: question.required ? ['yes'] : [] };
  const text = (n: number | undefined) => (n === undefined ? '' : String(n));
  switch (question.kind) {
    case 'choose-one':
      return { ...shared, options: linesOf(question.options), notSure: question.notSure ? ['yes'] : [] };
    case 'choose-many':
      return { ...shared, options: linesOf(question.options), atMost: text(question.atMost) };
    case 'agreement':
      return { ...shared, points: question.points?.join('\n') ?? '' };
    case 'short-text':
    case 'long-text':
      return { ...shared, limit: text(question.limit) };
    case 'number':
      return {
        ...shared,
        min: text(question.min),
        max: text(question.max),
        unit: question.unit ?? '',
        groups: question.bins.join('\n'),
      };
    case 'date':
      return { ...shared, min: question.min ?? '', max: question.max ?? '', bins: question.bins };
    case 'information':
      return { ask: question.ask, body: question.body };
    case 'who-is-answering':
      return { ...shared, who: [...(question.options ?? [])] };
  }
}

const linesOf = (options: readonly { words: string }[]): string =>
  options
    .map(each => each.words)
    .join('\n')
    .trim();

/** The question that the edit page describes, or what is wrong by field. Id and kind stay as they were. */
export function readQuestion(before: Question, typed: Typed): QuestionRead {
  const errors: Record<string, string> = {};
  const candidate = { id: before.id, kind: before.kind, ...fieldsOf(before, typed, errors) };
  const parsed = kinds[before.kind].schema.safeParse(candidate);
  if (parsed.success && Object.keys(errors).length === 0) return { ok: true, question: parsed.data };
  for (const issue of parsed.error?.issues ?? []) errors[fieldOf(before, issue.path[0])] ??= sentence(issue.message);
  return { ok: false, errors };
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** The field of the edit page where one part of a definition is written. What is about the whole is shown at the limits. */
function fieldOf({ kind }: Question, part: PropertyKey | undefined): string {
  if (part === undefined) return kind === 'number' || kind === 'date' ? 'max' : 'ask';
  if (part === 'bins' && kind === 'number') return 'groups';
  return part === 'options' && kind === 'who-is-answering' ? 'who' : String(part);
}

function fieldsOf(before: Question, typed: Typed, errors: Record<string, string>): Record<string, unknown> {
  const ask = one(typed, 'ask');
  if (before.kind === 'information') return { ask, body: one(typed, 'body') };
  const hint = one(typed, 'hint');
  const shared = { ask, ...(hint ? { hint } : {}), ...(isTicked(typed, 'required') ? { required: true } : {}) };
  return { ...shared, ...ownFields(before, typed, errors) };
}

function ownFields(before: Question, typed: Typed, errors: Record<string, string>): Record<string, unknown> {
  const number = (name: string, as = name) => wholeNumber(typed, name, as, errors);
  switch (before.kind) {
    case 'choose-one':
      return { options: readOptions(before.options, typed), ...(isTicked(typed, 'notSure') ? { notSure: true } : {}) };
    case 'choose-many':
      return { options: readOptions(before.options, typed), ...number('atMost') };
    case 'agreement': {
      const points = lines(typed, 'points');
      if (points.length > 0 && points.length !== 5) errors['points'] = 'Write five lines, or none.';
      return points.length === 5 ? { points } : {};
    }
    case 'number':
      return { ...number('min'), ...number('max'), ...optionalWords(typed, 'unit'), bins: readGroups(typed, errors) };
    case 'date':
      return { ...optionalWords(typed, 'min'), ...optionalWords(typed, 'max'), bins: one(typed, 'bins') };
    case 'who-is-answering': {
      const who = typed['who'] ?? [];
      return who.length > 0 ? { options: who } : {};
    }
    default:
      return number('limit');
  }
}

/** One option a line. An option whose words stay keeps its id; others take the next free one. */
function readOptions(before: readonly { id: string; words: string }[], typed: Typed) {
  const used = new Set(before.map(each => each.id));
  const taken = new Set<string>();
  return lines(typed, 'options').map(words => {
    const same = before.find(each => each.words === words && !taken.has(each.id));
    const id = same?.id ?? nextOptionId(used);
    used.add(id);
    taken.add(id);
    return { id, words };
  });
}

function readGroups(typed: Typed, errors: Record<string, string>): number[] {
  const numbers = lines(typed, 'groups').map(Number);
  if (numbers.some(n => !Number.isSafeInteger(n))) errors['groups'] = 'Write one whole number a line.';
  return numbers.filter(Number.isSafeInteger);
}

function wholeNumber(typed: Typed, name: string, as: string, errors: Record<string, string>): Record<string, number> {
  const text = one(typed, name);
  if (text === '') return {};
  if (!/^-?\d{1,9}$/.test(text)) errors[name] = 'Write a whole number, or leave it empty.';
  return { [as]: Number(text) };
}

function optionalWords(typed: Typed, name: string): Record<string, string> {
  const text = one(typed, name);
  return text === '' ? {} : { [name]: text };
}

const one = (typed: Typed, name: string): string => (typed[name]?.[0] ?? '').trim();
const isTicked = (typed: Typed, name: string): boolean => one(typed, name) !== '';
const lines = (typed: Typed, name: string): string[] =>
  one(typed, name)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
