/** A question in another edition: its words where it has them, the original ones where it doesn't. */
import { languageOf, type Edition, type Language } from '../words/editions.ts';
import type { Definition, Question } from './definition.ts';
import type { EditionWords } from './kinds/kind.ts';
import { pagesOf } from './pages.ts';

/** `language` is that of the words shown: English where an edition in another language has none of its own. */
export interface InEdition {
  question: Question;
  language: Language;
  /** The id of what is shown or heard with it. */
  media: string | null;
}

/** The editions that a survey offers, plain English first. */
export const editionsOf = ({ editions = {} }: Definition): Edition[] => [
  'plain',
  ...(Object.keys(editions) as Edition[]).filter(edition => edition !== 'plain'),
];

/** The edition in which somebody reads this survey: the one they chose where it is offered, or plain English. */
export const editionFor = (definition: Definition, chosen: Edition): Edition =>
  editionsOf(definition).includes(chosen) ? chosen : 'plain';

export function inEdition(question: Question, edition: Edition): InEdition {
  const own = question.editions?.[edition] ?? {};
  const language = own.ask === undefined ? 'en' : languageOf(edition);
  return { question: withWords(question, own), language, media: own.media ?? question.editions?.plain?.media ?? null };
}

function withWords(question: Question, own: EditionWords): Question {
  const { ask = question.ask, hint = question.hint, body, unit, options, points } = own;
  const said = { ...question, ask, hint } as Question;
  if (said.kind === 'information') return { ...said, body: body ?? said.body };
  if (said.kind === 'number') return { ...said, unit: unit ?? said.unit };
  if ((said.kind === 'agreement' || said.kind === 'faces') && points) return { ...said, points };
  if (said.kind === 'who-is-answering' || !('options' in said) || !options) return said;
  return {
    ...said,
    options: said.options.map(each => ({ ...each, words: options[each.id] ?? each.words })),
  } as Question;
}

/** What an edition still lacks, as a list of question ids: a question that it does not say at all. */
export const missingIn = (definition: Definition, edition: Edition): string[] =>
  pagesOf(definition)
    .filter(({ question }) => question.editions?.[edition] === undefined)
    .map(page => page.id);
