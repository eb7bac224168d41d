import type { Definition } from '../surveys/definition.ts';
import { editionsOf } from '../surveys/editions.ts';
import type { Say } from '../words/catalogue.ts';
import { nameOf } from '../words/edition-names.ts';
import { languageOf, type Edition } from '../words/editions.ts';

export type NamedEdition = { value: Edition; label: string; language: string };

/** The editions of a survey that can be on paper: what is seen or heard can't. */
export const printable = (definition: Definition, t: Say): NamedEdition[] =>
  editionsOf(definition)
    .filter(edition => edition !== 'bsl' && edition !== 'audio')
    .map(edition => ({ value: edition, label: nameOf(edition, t), language: languageOf(edition) }));
