/** Words of a survey from elsewhere in the editions that are offered here. */
import { isEdition, type Edition } from '../words/editions.ts';

/** Words by the language code of where they come from. */
export type Texts = ReadonlyMap<string, string>;

/** Which language is read as plain English, and which edition each other one becomes. */
export type Tongues = { plain: string; editions: ReadonlyMap<string, Edition>; left: string[] };

/** English where there is any, or what the survey was written in; Welsh, Polish and Urdu beside it. */
export function tonguesOf(language: string, languages: readonly string[]): Tongues {
  const all = [...new Set([language, ...languages])];
  const plain = all.find(each => base(each) === 'en') ?? language;
  const editions = new Map<string, Edition>();
  for (const each of all) {
    const edition = base(each);
    if (each !== plain && isEdition(edition) && ![...editions.values()].includes(edition)) editions.set(each, edition);
  }
  return { plain, editions, left: all.filter(each => each !== plain && !editions.has(each)) };
}

const base = (language: string): string => language.toLowerCase().split('-')[0] ?? '';

/** The words as they are read in plain English; in the first language that says them where that one is silent. */
export const plainOf = (texts: Texts, { plain }: Tongues): string =>
  texts.get(plain) ?? texts.values().next().value ?? '';

/** The words of every other edition that has some. */
export const editionsOf = (texts: Texts, { editions }: Tongues): [Edition, string][] =>
  [...editions].flatMap(([language, edition]) => {
    const words = texts.get(language);
    return words === undefined ? [] : [[edition, words] as [Edition, string]];
  });
