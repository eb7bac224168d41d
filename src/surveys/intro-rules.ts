/** The first words of a survey, where its questions start. */
import type { Say } from '../words/catalogue.ts';
import type { Edition } from '../words/editions.ts';
import type { Definition } from './definition.ts';

type Editions = Pick<Definition, 'editions'>;

/** As the original says them; '' where it has none. */
export const introOf = ({ editions }: Editions): string => editions?.plain?.intro ?? '';

/** In paragraphs, in the words of this edition, or those of the original, marked as such. */
export function introIn(definition: Editions, edition: Edition, say: Pick<Say, 'written'>): string[] {
  const own = definition.editions?.[edition]?.intro;
  const paragraphs = (own || introOf(definition)).split(/\n\s*\n/).filter(Boolean);
  return own ? paragraphs : paragraphs.map(each => say.written(each));
}

/** The survey with other first words; with none where they are ''. */
export function withIntro(definition: Definition, intro: string): Definition {
  const { editions = {}, ...rest } = definition;
  const { plain = {}, ...others } = editions;
  const { intro: _old, ...said } = plain;
  const start = intro === '' ? said : { ...said, intro };
  const all = Object.keys(start).length > 0 ? { plain: start, ...others } : others;
  return Object.keys(all).length > 0 ? { ...rest, editions: all } : rest;
}
