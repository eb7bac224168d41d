import type { FormField } from '../consultations/plan-sections.ts';
import { freshId, inListOf } from './builder-rules.ts';
import { compare, everyQuestion } from './compare.ts';
import { kindOf, type Definition, type Question } from './definition.ts';
import { withRulesRenamed } from './routing.ts';

// What was answered keeps its meaning: better wording keeps the id, so that answers are counted together; what means
// something else gets a new id.

/** What an officer says of words that were changed: they mean the same, or something else. */
export type Said = { meaning: string; answersMeaning: string };

/** The question of this id as it was last answered; null where nobody has answered it, or it asks nothing. */
export function answeredAs(published: readonly Definition[], id: string): Question | null {
  const all = published.flatMap(each => everyQuestion(each).filter(question => question.id === id));
  const [newest] = all;
  return newest && !kindOf(newest).emptyOk ? newest : null;
}

/** Every option's id that this question ever had: none of them may come back with other words. */
export const optionIdsEver = (published: readonly Definition[], id: string): string[] =>
  published.flatMap(each => everyQuestion(each).filter(question => question.id === id)).flatMap(optionIds);

const optionIds = (question: Question): string[] =>
  'options' in question && question.kind !== 'who-is-answering' ? question.options.map(each => each.id) : [];

/** What the edit page asks below the fields of a question that was answered. */
export function meaningFields(answered: Question): FormField[] {
  const options = [
    { value: 'same', label: 'Yes, only the wording is better: keep counting together' },
    { value: 'other', label: 'No, it means something else: count it anew' },
  ];
  const hint = `Families were asked: ‘${answered.ask}’`;
  const field = { kind: 'radios' as const, options };
  const question = {
    ...field,
    name: 'meaning',
    label: 'If you changed the question: does it still mean the same?',
    hint,
  };
  if (optionIds(answered).length === 0) return [question];
  const label = 'If you changed the words of an answer: does it still mean the same?';
  const lines = 'For better wording change its line, and neither add nor take out a line at the same time.';
  return [question, { ...field, name: 'answersMeaning', label, hint: lines }];
}

/** What has to be said before this change of an answered question can be saved, by field. */
export function meaningErrors(
  answered: Question,
  { before, after }: { before: Question; after: Question },
  { meaning, answersMeaning }: Said,
): Record<string, string> {
  if (meaning === 'other') return {};
  const whats = (was: Question, is: Question) => differences(was, is).map(({ what }) => what);
  const errors: Record<string, string> = {};
  if (whats(answered, after).includes('scale'))
    errors['meaning'] = 'Answers so far were counted in other groups, or on another scale. Choose ‘count it anew’.';
  else if (whats(before, after).includes('reworded') && meaning !== 'same')
    errors['meaning'] = 'Say whether the question still means the same.';
  if (answersMeaning === '' && optionReplaced(answered, before, after))
    errors['answersMeaning'] = 'Say whether the answer that you changed still means the same.';
  return errors;
}

const differences = (was: Question, is: Question) =>
  compare({ format: 1, questions: [was] }, { format: 1, questions: [is] });

/** As many answers as before, and one that was answered is not among them: it may only have been worded better. */
function optionReplaced(answered: Question, before: Question, after: Question): boolean {
  const [was, is, known] = [optionIds(before), optionIds(after), optionIds(answered)];
  return was.length === is.length && was.some(id => !is.includes(id) && known.includes(id));
}

/**
 * The survey with this question under an id that was never used, so that it is counted anew. Rules that named the old one
 * name it; its words in other editions go, since they say what it meant before.
 */
export function countedAnew(
  definition: Definition,
  question: Question,
  published: readonly Definition[],
): { definition: Definition; id: string } {
  const id = freshId([definition, ...published]);
  const { editions: _said, ...rest } = question;
  const anew = inListOf(definition, question.id, list =>
    list.map(each => (each.id === question.id ? ({ ...rest, id } as Question) : each)),
  );
  const isBreakdown = definition.about?.breakdown === question.id && anew.about;
  const named = isBreakdown ? { ...anew, about: { ...anew.about, ...isBreakdown, breakdown: id } } : anew;
  return { definition: withRulesRenamed(named, question.id, id), id };
}
