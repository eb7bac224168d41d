import { sentence } from '../words/phrase-rules.ts';
import { kinds, type Question } from './definition.ts';
import { pointsMeant } from './ready-scale-rules.ts';
import { linesIn, nothingAnswered, readOptions, type OptionsGiven } from './option-rules.ts';

/** Every value of every field, as a form sends them. */
type Typed = Record<string, string[] | undefined>;

export type QuestionRead = { ok: true; question: Question } | { ok: false; errors: Record<string, string> };

/** The question that the edit page describes, or what is wrong by field. Id, kind, rules and editions stay as they were. */
export function readQuestion(before: Question, typed: Typed, given = nothingAnswered): QuestionRead {
  const errors: Record<string, string> = {};
  const { id, kind, next, editions } = before;
  const kept = { id, kind, ...(next ? { next } : {}), ...(editions ? { editions } : {}) };
  const candidate = { ...kept, ...fieldsOf(before, typed, errors, given) };
  const parsed = kinds[before.kind].schema.safeParse(candidate);
  if (parsed.success && Object.keys(errors).length === 0) return { ok: true, question: parsed.data };
  for (const issue of parsed.error?.issues ?? []) errors[fieldOf(before, issue.path[0])] ??= sentence(issue.message);
  return { ok: false, errors };
}

/** The field of the edit page where one part of a definition is written. What is about the whole is shown at the limits. */
function fieldOf({ kind }: Question, part: PropertyKey | undefined): string {
  if (part === undefined) return kind === 'number' || kind === 'date' ? 'max' : 'ask';
  if (part === 'bins' && kind === 'number') return 'groups';
  if (part === 'bins' && kind === 'area') return 'areas';
  return part === 'options' && kind === 'who-is-answering' ? 'who' : String(part);
}

function fieldsOf(
  before: Question,
  typed: Typed,
  errors: Record<string, string>,
  given: OptionsGiven,
): Record<string, unknown> {
  const ask = one(typed, 'ask');
  const important = tick(typed, 'important');
  if (before.kind === 'information') return { ask, body: one(typed, 'body'), ...important };
  const hint = one(typed, 'hint');
  const shared = { ask, ...(hint ? { hint } : {}), ...tick(typed, 'required'), ...important };
  return { ...shared, ...ownFields(before, typed, errors, given) };
}

function ownFields(
  before: Question,
  typed: Typed,
  errors: Record<string, string>,
  given: OptionsGiven,
): Record<string, unknown> {
  const number = (name: string, as = name) => wholeNumber(typed, name, as, errors);
  switch (before.kind) {
    case 'choose-one':
      return {
        options: readOptions(before.options, lines(typed, 'options'), given),
        ...tick(typed, 'notSure'),
        ...keptTrue(before, 'preferNot'),
      };
    case 'choose-many':
      return {
        options: readOptions(before.options, lines(typed, 'options'), given),
        ...number('atMost'),
        ...tick(typed, 'none'),
        ...keptTrue(before, 'preferNot'),
      };
    case 'agreement':
      return readScale(before.points, typed, errors);
    case 'faces': {
      const three = one(typed, 'faces') === '3';
      return { ...(three ? { faces: 3 } : {}), ...readPoints(typed, errors, three ? 3 : 5) };
    }
    case 'items':
      return {
        options: readOptions(before.options, lines(typed, 'options'), given),
        ...readScale(before.points, typed, errors),
        ...tick(typed, 'withFaces', 'faces'),
      };
    case 'pictures':
      return {
        options: readOptions(before.options, lines(typed, 'options'), given).map(option => ({
          ...option,
          ...pictureOf(typed, option.id),
        })),
        ...tick(typed, 'many'),
        ...tick(typed, 'none'),
      };
    case 'top-three':
      return { options: readOptions(before.options, lines(typed, 'options'), given) };
    case 'area':
      return { bins: lines(typed, 'areas').map(each => each.toUpperCase()) };
    case 'number':
      return { ...number('min'), ...number('max'), ...optionalWords(typed, 'unit'), bins: readGroups(typed, errors) };
    case 'date':
      return {
        ...(one(typed, 'precision') === 'month' ? { precision: 'month' } : {}),
        ...optionalWords(typed, 'min'),
        ...optionalWords(typed, 'max'),
        bins: one(typed, 'bins'),
      };
    case 'who-is-answering': {
      const who = typed['who'] ?? [];
      return who.length > 0 ? { options: who } : {};
    }
    default:
      return number('limit');
  }
}

function readScale(before: string[] = [], typed: Typed, errors: Record<string, string>): { points?: string[] } {
  const meant = pointsMeant(before, one(typed, 'scale'), lines(typed, 'points'));
  if (meant === null) errors['points'] = 'Choose ‘Your own words’ to use these points, or leave them empty.';
  return readPoints({ points: [meant?.join('\n') ?? ''] }, errors, 5);
}

function readPoints(typed: Typed, errors: Record<string, string>, many: 3 | 5): { points?: string[] } {
  const points = lines(typed, 'points');
  if (points.length === 0) return {};
  if (points.length !== many) errors['points'] = `Write ${many === 5 ? 'five' : 'three'} lines, or none.`;
  return { points };
}

function pictureOf(typed: Typed, id: string): { picture?: string } {
  const picture = one(typed, `picture-${id}`);
  return picture === '' ? {} : { picture };
}

const tick = (typed: Typed, name: string, as = name): Record<string, true> =>
  isTicked(typed, name) ? { [as]: true } : {};

const keptTrue = <K extends string>(before: { [Key in K]?: true | undefined }, name: K): { [Key in K]?: true } =>
  (before[name] ? { [name]: true } : {}) as { [Key in K]?: true };

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
const lines = (typed: Typed, name: string): string[] => linesIn(one(typed, name));
