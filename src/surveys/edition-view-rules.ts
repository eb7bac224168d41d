/** An edition beside the original, as the page shows it: what each part says, lacks, or says of older words. */
import { deskNames, languages, languageOf, type Edition } from '../words/editions.ts';
import type { Definition, Question } from './definition.ts';
import { shownMark, START, typedIn, wasTouched } from './edition-save-rules.ts';
import {
  isSeenOrHeard,
  missingIn,
  olderAmong,
  olderIn,
  textsOf,
  textsOfStart,
  type StartOriginal,
  type Text,
} from './edition-texts-rules.ts';
import { titleOf } from './number-rules.ts';

type Typed = Record<string, string[] | undefined>;

export type EditionPart = {
  id: string;
  heading: string;
  /** What an officer has to do with it, in a word. */
  state: { text: string; state: 'due' | 'late' | 'kept' };
  /** How many texts it lacks, and how many are older than the original. */
  missing: number;
  older: number;
  /** Whether something is to do: it lacks words, or is older. */
  isOpen: boolean;
  /** The question, where it is not among the fields. */
  asked: string;
  fields: Text[];
  /** The file that is seen or heard with it; null where none can be. */
  media: string | null;
  /** A mark of what is shown. */
  was: string;
};

/** `only`: the texts that are missing or older, and no others. */
type Given = { definition: Definition; original: StartOriginal; edition: Edition; only?: boolean };

/** Every part of the survey in this edition. What was typed and refused stands where something was typed. */
export function partsIn(given: Given, typed: Typed = {}): EditionPart[] {
  const { definition, edition, only = false } = given;
  const partOf = (question: Question) => questionPart(question, titleOf(definition, question.id), given, typed);
  const shown = (each: EditionPart) => !only || each.isOpen || typed[`was-${each.id}`] !== undefined;
  const asked = definition.questions.map(partOf);
  if (isSeenOrHeard(edition) || edition === 'plain') return asked.filter(shown);
  // Nothing is seen or heard with the questions ‘about you’.
  const about = (definition.about?.questions ?? []).map(each => ({ ...partOf(each), media: null }));
  return [startPart(given, typed), ...asked, ...about].filter(shown);
}

function startPart({ definition, original, edition, only }: Given, typed: Typed): EditionPart {
  const own = definition.editions?.[edition] ?? {};
  const texts = textsOfStart(original, own);
  const missing = texts.filter(each => each.original !== '' && each.own === '').length;
  const older = olderAmong(texts);
  return part({ id: START, heading: 'What the first pages say', texts, media: null, missing, older, only }, typed);
}

function questionPart(question: Question, heading: string, { edition, only }: Given, typed: Typed): EditionPart {
  const own = question.editions?.[edition];
  const hasWords = !isSeenOrHeard(edition) && edition !== 'plain';
  const missing = edition === 'plain' ? 0 : missingIn(question, edition);
  const older = edition === 'plain' ? 0 : olderIn(question, edition);
  const media = own?.media ?? '';
  return part(
    { id: question.id, heading, texts: textsOf(question, own), media, missing, older, hasWords, only },
    typed,
  );
}

type PartGiven = Pick<EditionPart, 'id' | 'heading' | 'media'> & {
  texts: Text[];
  missing: number;
  older: number;
  hasWords?: boolean;
  only: boolean | undefined;
};

function part(given: PartGiven, typed: Typed): EditionPart {
  const { id, heading, texts, media, missing, older, hasWords = true, only } = given;
  // What was typed and refused stays in view, whatever it would say.
  const isShown = (each: Text) => !only || isOpenText(each) || typed[`${id}-${each.name}`] !== undefined;
  const shown = hasWords ? texts.filter(isShown) : [];
  const said = wasTouched(id, texts, media ?? '', typed) ? typedIn(id, texts, media ?? '', typed) : null;
  return {
    id,
    heading,
    state: stateOf(missing, texts.filter(each => each.own !== '').length, older),
    missing,
    older,
    isOpen: missing + older > 0,
    asked: texts.find(each => each.name === 'ask' && hasWords && !shown.includes(each))?.original ?? '',
    fields: hasWords ? shown.map(each => (said ? { ...each, own: said[each.name] ?? '' } : each)) : originals(texts),
    media: media === null ? null : said ? (said['media'] ?? '') : media,
    was: shownMark(shown, media ?? ''),
  };
}

const isOpenText = ({ original, own, before }: Text): boolean => (own === '' ? original !== '' : before !== null);

/** Beside a video stands what it has to say, without fields. */
const originals = (texts: readonly Text[]): Text[] => texts.map(each => ({ ...each, rows: 0 }));

function stateOf(missing: number, said: number, older: number): EditionPart['state'] {
  if (older > 0) return { text: 'Older than the original', state: 'late' };
  if (missing === 0) return { text: 'Complete', state: 'kept' };
  return { text: said === 0 ? 'Missing' : `${missing} missing`, state: 'due' };
}

export type EditionSum = { edition: Edition; name: string; words: string };

/** ‘7 of 10 questions, 2 older than the original. On the first pages 1 text is older than the original.’ */
export function sumOf(given: Given): EditionSum {
  const parts = partsIn(given);
  const start = parts.find(each => each.id === START);
  const questions = parts.filter(each => each !== start);
  const older = questions.filter(each => each.older > 0).length;
  const said = questions.filter(each => !each.isOpen || each.older > 0);
  const count = `${said.length} of ${questions.length} ${questions.length === 1 ? 'question' : 'questions'}`;
  const words = [
    `${count}${older > 0 ? `, ${older} older than the original` : ''}.`,
    ...(start?.older ? [`On the first pages ${textsAre(start.older)} older than the original.`] : []),
    ...(start?.missing ? ['Words are missing on the first pages.'] : []),
  ];
  return { edition: given.edition, name: deskNames[given.edition], words: words.join(' ') };
}

const textsAre = (n: number): string => (n === 1 ? '1 text is' : `${n} texts are`);

const MOST_FIELDS = 120;

/** So many parts as fit on a page, a list a page: a long survey in one form would be too much for browser and reader. */
export function inPages(parts: readonly EditionPart[]): EditionPart[][] {
  const pages: EditionPart[][] = [];
  let left = 0;
  for (const each of parts) {
    if (pages.length === 0 || left < each.fields.length) {
      pages.push([]);
      left = MOST_FIELDS;
    }
    pages.at(-1)?.push(each);
    left -= each.fields.length;
  }
  return pages;
}

/** How the words of an edition are written. */
export const writtenIn = (edition: Edition): { lang: string; dir: string } => {
  const lang = languageOf(edition);
  return { lang, dir: languages[lang].dir };
};
