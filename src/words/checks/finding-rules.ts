/** What a check of words says: where it stands, what is wrong with it, and what to do. */
import type { Edition } from '../editions.ts';

/** Some words of a page, under the name of the field in which an officer writes them. */
export type Passage = { where: string; text: string };

export type Finding = {
  /** The field that it is about. */
  where: string;
  wrong: string;
  todo: string;
  /** Advice may be passed over. A block stops publishing, unless somebody says why it stays as it is. */
  level: 'advice' | 'block';
  /** Which check found it, and in which words: a reason that was given stands for just these. */
  check: string;
  words: string;
};

/** A finding in one edition of a page. */
export type EditionFinding = Finding & { edition: Edition };

/** What a check says of the words it looks at; where they stand is known to whoever asks. */
export type Said = Omit<Finding, 'where'>;

export const advice = (check: string, words: string, wrong: string, todo: string): Said => ({
  level: 'advice',
  check,
  words,
  wrong,
  todo,
});

export const block = (check: string, words: string, wrong: string, todo: string): Said => ({
  ...advice(check, words, wrong, todo),
  level: 'block',
});

export const at = (where: string, found: readonly Said[]): Finding[] => found.map(each => ({ where, ...each }));

/** The beginning of a sentence, by which it is found again. */
export const opening = (sentence: string): string => {
  const words = sentence.split(/\s+/);
  return words.length > 6 ? `${words.slice(0, 5).join(' ')} …` : sentence;
};

/** Every field that is checked, with what was found there: a field without a fault has an empty list. */
export function byField<F extends Finding>(fields: readonly string[], found: readonly F[]): Record<string, F[]> {
  return Object.fromEntries(fields.map(name => [name, found.filter(each => each.where === name)]));
}
