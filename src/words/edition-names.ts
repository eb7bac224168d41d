import type { Say } from './catalogue.ts';
import { languageOf, languages, type Edition } from './editions.ts';

/** What each edition is called: a language by its own name, the others in words. */
export const nameOf = (edition: Edition, t: Say): string => {
  const language = languageOf(edition);
  return language === 'en' ? t(`information.reading.edition-${edition}`) : languages[language].name;
};
