/** Finds the same long words sent again and again, without keeping any of them. */
import type { Answers } from '../surveys/kinds/kind.ts';

/** Short words are alike by chance; from this many letters on, somebody copied. */
export const LONG = 120;
/** So many the same are worth a look: a couple may send one text each. */
export const OFTEN = 5;

/** The long texts of a response, tidied so that spaces, capitals and punctuation make no difference. */
export function longTexts(answers: Answers): string[] {
  return Object.values(answers)
    .filter(answer => typeof answer === 'string')
    .map(tidy)
    .filter(text => text.length >= LONG);
}

const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Counts what comes often. `hash` must make the same of the same. */
export class Repeats {
  readonly #counts = new Map<string, number>();
  readonly #hash: (text: string) => string;

  constructor(hash: (text: string) => string) {
    this.#hash = hash;
  }

  /** Within one response the same text counts once. */
  add(answers: Answers): void {
    for (const key of this.#keysOf(answers)) this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  has(answers: Answers): boolean {
    return [...this.#keysOf(answers)].some(key => (this.#counts.get(key) ?? 0) >= OFTEN);
  }

  #keysOf = (answers: Answers): Set<string> => new Set(longTexts(answers).map(text => this.#hash(text)));
}
