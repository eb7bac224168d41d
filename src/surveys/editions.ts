/** A question in another edition: its words where it has them, the original ones where it doesn't. */
import { deskNames, type Edition } from '../words/editions.ts';
import type { Definition, Question } from './definition.ts';
import type { EditionWords } from './kinds/kind.ts';

/** The editions that a survey offers, plain English first. */
export const editionsOf = ({ editions = {} }: Pick<Definition, 'editions'>): Edition[] => [
  'plain',
  ...(Object.keys(editions) as Edition[]).filter(edition => edition !== 'plain'),
];

/** By the names that officers know. */
export const namedEditions = (definition: Pick<Definition, 'editions'>): { edition: Edition; name: string }[] =>
  editionsOf(definition).map(edition => ({
    edition,
    name: edition === 'plain' ? 'Plain English' : deskNames[edition],
  }));

/** The edition in which somebody reads this survey: the one they chose where it is offered, or plain English. */
export const editionFor = (definition: Pick<Definition, 'editions'>, chosen: Edition): Edition =>
  editionsOf(definition).includes(chosen) ? chosen : 'plain';

/** Marks words that are not in the language of the page. */
export type Mark = (words: string) => string;

/** The id of what is shown or heard with a question: a video in sign language, a recording. */
export const mediaIn = ({ editions }: Question, edition: Edition): string | null =>
  editions?.[edition]?.media ?? editions?.plain?.media ?? null;

/** What the edition lacks stays in English, and is marked as such: `mark` leaves it as it is on a page in English. */
export function inEdition(question: Question, edition: Edition, mark: Mark): Question {
  const own = question.editions?.[edition] ?? {};
  const either = (words: string | undefined, original: string) => words || (original && mark(original));
  const said = { ...question, ask: either(own.ask, question.ask) };
  if (question.hint) said.hint = either(own.hint, question.hint);
  return withParts(said, own, either);
}

type Either = (words: string | undefined, original: string) => string;

function withParts(said: Question, own: EditionWords, either: Either): Question {
  if (said.kind === 'information') return { ...said, body: either(own.body, said.body) };
  if (said.kind === 'number') return said.unit ? { ...said, unit: either(own.unit, said.unit) } : said;
  if ((said.kind === 'agreement' || said.kind === 'faces') && said.points) {
    return { ...said, points: said.points.map((point, at) => either(own.points?.[at], point)) };
  }
  if (said.kind === 'who-is-answering' || !('options' in said)) return said;
  const options = said.options.map(each => ({ ...each, words: either(own.options?.[each.id], each.words) }));
  return { ...said, options } as Question;
}
