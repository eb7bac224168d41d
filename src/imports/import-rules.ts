/** What every import gives: a definition, and line by line what finds no place in it. */
import type { Definition } from '../surveys/definition.ts';

/** How much there is of each. `options` are answers to choose and the lines of grids. */
export type Counts = { groups: number; questions: number; options: number; languages: number; conditions: number };

/** A part of a file that is not carried over: what, and what to do about it. `counts`: how much of the file it is. */
export type Lost = { what: string; todo: string; counts?: Partial<Counts> };

/** The same with where it stood. */
export type Left = Lost & { where: string };

/** What came and what is left make up what was found: nothing goes in silence. */
export type Imported = { title: string; definition: Definition; left: Left[]; found: Counts; came: Counts };

/**
 * Where a survey is brought to: the questions that are there, and the ids of those and of every question that was ever
 * published, which nothing new may take: answers are counted under them.
 */
export type Here = { current: Definition | null; used: readonly string[] };

export const NOWHERE: Here = { current: null, used: [] };

/** The file is not taken. Each problem is a sentence for whoever brought it, and says what to do. */
export class FileRefused extends Error {
  readonly problems: readonly string[];
  constructor(...problems: string[]) {
    super(problems.join(' '));
    this.problems = problems;
  }
}

export const noCounts = (): Counts => ({ groups: 0, questions: 0, options: 0, languages: 0, conditions: 0 });

/** The sum, name by name. */
export function added(...all: readonly Partial<Counts>[]): Counts {
  const sum = noCounts();
  for (const name of Object.keys(sum) as (keyof Counts)[]) {
    for (const each of all) sum[name] += each[name] ?? 0;
  }
  return sum;
}

/** Long words at the length of a line. */
export const shortened = (words: string, most = 60): string => {
  const line = words.split('\n')[0] ?? '';
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
};
