import type { Definition } from '../surveys/definition.ts';
import { editionsOf } from '../surveys/editions.ts';
import type { Say } from '../words/catalogue.ts';
import { languageOf, languages, type Edition } from '../words/editions.ts';

export type NamedEdition = { value: Edition; label: string; language: string };

/** What each edition is called: a language by its own name, the others in words. */
export const nameOf = (edition: Edition, t: Say): string => {
  const language = languageOf(edition);
  return language === 'en' ? t(`information.reading.edition-${edition}`) : languages[language].name;
};

/** The editions of a survey that can be on paper: what is seen or heard can't. */
export const printable = (definition: Definition, t: Say): NamedEdition[] =>
  editionsOf(definition)
    .filter(edition => edition !== 'bsl' && edition !== 'audio')
    .map(edition => ({ value: edition, label: nameOf(edition, t), language: languageOf(edition) }));
