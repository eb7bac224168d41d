import type { Say } from './catalogue.ts';

/**
 * The ways in which one survey can be read: plain English, Easy Read, words for children, British Sign Language, audio,
 * and other languages. A family chooses once; the choice sets the language of every page, and answers combine.
 */
export const languages = {
  en: { name: 'English', dir: 'ltr', comma: ',' },
  cy: { name: 'Cymraeg', dir: 'ltr', comma: ',' },
  pl: { name: 'Polski', dir: 'ltr', comma: ',' },
  ur: { name: 'اردو', dir: 'rtl', comma: '،' },
} as const;

export type Language = keyof typeof languages;

/** In the order in which they are offered. The names stand in answers and tallies: never change one. */
export const editions = ['plain', 'easy', 'child', 'bsl', 'audio', 'cy', 'pl', 'ur'] as const;

export type Edition = (typeof editions)[number];

export const isEdition = (name: unknown): name is Edition => (editions as readonly unknown[]).includes(name);

export const isLanguage = (name: string): name is Language => Object.hasOwn(languages, name);

/** The language of an edition's pages: its own, or English. */
export const languageOf = (edition: Edition): Language => (isLanguage(edition) ? edition : 'en');

/** What families call an edition: a language by its own name, the others in words. */
export const nameOf = (edition: Edition, t: Say): string => {
  const language = languageOf(edition);
  return language === 'en' ? t(`information.reading.edition-${edition}`) : languages[language].name;
};

/** What the desk, which speaks English, calls it. */
export const deskNames: Record<Edition, string> = {
  plain: 'Every edition',
  easy: 'Easy Read',
  child: 'Words for children',
  bsl: 'British Sign Language',
  audio: 'Read aloud',
  cy: 'Welsh',
  pl: 'Polish',
  ur: 'Urdu',
};
