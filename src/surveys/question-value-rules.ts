/** What the fields of a question's form hold. */
import type { Question } from './definition.ts';
import { scaleOf } from './ready-scale-rules.ts';

/** One value a field, a list for checkboxes. */
export type QuestionValues = Record<string, string | string[]>;

/** A question as the fields of its edit page. Options and points stand one a line. */
export function questionValues(question: Question): QuestionValues {
  const { ask, required, important } = question;
  const shared = { ask, hint: question.hint ?? '', required: ticked(required), important: ticked(important) };
  const text = (n: number | undefined) => (n === undefined ? '' : String(n));
  switch (question.kind) {
    case 'choose-one':
      return { ...shared, options: linesOf(question.options), notSure: ticked(question.notSure) };
    case 'choose-many': {
      const { options, atMost, none } = question;
      return { ...shared, options: linesOf(options), atMost: text(atMost), none: ticked(none) };
    }
    case 'agreement':
      return { ...shared, scale: scaleOf(question.points), points: question.points?.join('\n') ?? '' };
    case 'faces':
      return { ...shared, faces: question.faces === 3 ? '3' : '5', points: question.points?.join('\n') ?? '' };
    case 'items': {
      const { options, points, faces } = question;
      const scale = { scale: scaleOf(points), points: points?.join('\n') ?? '' };
      return { ...shared, options: linesOf(options), ...scale, withFaces: ticked(faces) };
    }
    case 'pictures': {
      const { options, many, none } = question;
      const pictures = Object.fromEntries(options.map(each => [`picture-${each.id}`, each.picture ?? '']));
      return { ...shared, options: linesOf(options), many: ticked(many), none: ticked(none), ...pictures };
    }
    case 'top-three':
      return { ...shared, options: linesOf(question.options) };
    case 'area':
      return { ...shared, areas: question.bins.join('\n') };
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
      return {
        ...shared,
        precision: question.precision ?? 'day',
        min: question.min ?? '',
        max: question.max ?? '',
        bins: question.bins,
      };
    case 'information':
      return { ask, body: question.body, important: ticked(important) };
    case 'who-is-answering':
      return { ...shared, who: [...(question.options ?? [])] };
  }
}

// A number's lowest and a date's first day are not the same, though their fields share a name.
const OWN_ALONE = ['min', 'max', 'bins', 'groups', 'precision', 'atMost', 'limit'];

/** The values of a new question's form that was begun as one of another kind: what was typed, where it fits. */
export function turned(question: Question, typed: QuestionValues): QuestionValues {
  const carried = Object.entries(typed).filter(([name]) => !OWN_ALONE.includes(name));
  return { ...questionValues(question), ...Object.fromEntries(carried) };
}

const ticked = (is: true | undefined): string[] => (is ? ['yes'] : []);

const linesOf = (options: readonly { words: string }[]): string =>
  options
    .map(each => each.words)
    .join('\n')
    .trim();
