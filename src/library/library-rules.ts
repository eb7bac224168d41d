import { freshId } from '../surveys/builder-rules.ts';
import type { AboutYou, Definition, Question } from '../surveys/definition.ts';

/** A whole survey to start from, and when it is the right one. */
export type Template = { key: string; title: string; when: string; definition: Definition };

/** Questions that are asked again and again. */
export type QuestionSet = { key: string; title: string; questions: readonly Question[] };

/** The same for what is asked ‘about you’, after sending. */
export type AboutSet = { key: string; title: string; about: AboutYou };

/** A question as the library keeps it: rules name other questions and files belong to one consultation, so both stay behind. */
export function withoutTies(question: Question): Question {
  const { next: _rules, editions, ...bare } = question;
  const words = Object.entries(editions ?? {}).map(([edition, { media: _file, ...own }]) => [edition, own] as const);
  const said = words.filter(([, own]) => Object.keys(own).length > 0);
  const kept = { ...bare, ...(said.length > 0 ? { editions: Object.fromEntries(said) } : {}) } as Question;
  if (kept.kind !== 'pictures') return kept;
  return { ...kept, options: kept.options.map(({ picture: _picture, ...option }) => option) };
}

/**
 * Adds these questions at the end, each with an id that was never used. ‘Who is answering?’ is asked once, so a second one
 * is left out. `published`: every version that was answered.
 */
export function addQuestions(
  definition: Definition,
  questions: readonly Question[],
  published: readonly Definition[],
): Definition {
  return questions.reduce((before, question) => {
    const asked = before.questions.some(each => each.kind === 'who-is-answering');
    if (question.kind === 'who-is-answering' && asked) return before;
    const fresh = { ...withoutTies(question), id: freshId([before, ...published]) };
    return { ...before, questions: [...before.questions, fresh] };
  }, definition);
}

/** Adds what is asked ‘about you’: to what is asked already, whose reason and breakdown stay. */
export function addAbout(definition: Definition, set: AboutYou, published: readonly Definition[]): Definition {
  const ids = new Map<string, string>();
  const questions = set.questions.reduce<Question[]>((before, question) => {
    const id = freshId([definition, { format: 1, questions: before }, ...published]);
    ids.set(question.id, id);
    return [...before, { ...withoutTies(question), id }];
  }, []);
  const { breakdown: by = '' } = set;
  const about = definition.about ?? { why: set.why, questions: [], breakdown: ids.get(by) };
  return { ...definition, about: { ...about, questions: [...about.questions, ...questions] } };
}
