import type { Say } from '../words/catalogue.ts';
import { languageOf, nameOf, type Edition } from '../words/editions.ts';
import type { Definition } from './definition.ts';
import { editionFor, editionsOf } from './editions.ts';

/** `language` is that of the label. */
export type OfferedEdition = { value: Edition; label: string; language: string; chosen: boolean };

/** The editions that a survey offers, by name, to choose from. */
export function editionsOffered(definition: Pick<Definition, 'editions'>, say: Say): OfferedEdition[] {
  const chosen = editionFor(definition, say.edition);
  return editionsOf(definition).map(value => {
    const own = languageOf(value);
    return {
      value,
      label: nameOf(value, say),
      language: own === 'en' ? say.language : own,
      chosen: value === chosen,
    };
  });
}

/** The edition that this reader chose, by name, where a survey has words in it; '' in plain English and where it has none. */
export const ownEdition = (definition: Pick<Definition, 'editions'>, say: Say): string =>
  say.edition !== 'plain' && editionFor(definition, say.edition) === say.edition ? nameOf(say.edition, say) : '';

/** Says that the questions are not in the edition that this reader chose; '' where they are. */
export function notInEdition(definition: Pick<Definition, 'editions'>, say: Say): string {
  if (editionFor(definition, say.edition) === say.edition) return '';
  const what = say.language !== 'en' ? 'language' : say.edition === 'easy' ? 'easy' : 'other';
  return say(`journey.not-in.${what}`);
}

/** Those that can be on paper: what is seen or heard can't. */
export const printable = (definition: Pick<Definition, 'editions'>, say: Say): OfferedEdition[] =>
  editionsOffered(definition, say).filter(({ value }) => value !== 'bsl' && value !== 'audio');
