import type { Shown, ShownMedia } from '../media/media-rules.ts';
import { inEdition, mediaIn } from '../surveys/editions.ts';
import { choiceWords, QUOTE } from '../surveys/kinds/kind.ts';
import { exampleOf } from '../surveys/kinds/area.ts';
import { datePartsOf } from '../surveys/kinds/date.ts';
import { controlOf, kindOf, type Question } from '../surveys/kinds/registry.ts';
import type { Say } from '../words/catalogue.ts';
import type { Edition } from '../words/editions.ts';
import type { Entry } from './entry-rules.ts';
import { waysFrom, type Ways } from './way-rules.ts';

/** A question as it is printed. */
export type PaperQuestion = {
  asks: true;
  id: string;
  n: number;
  ask: string;
  hint: string;
  /** What to do: 'Tick one box.' */
  how: string;
  ticks: PaperTick[];
  /** The picture that goes with it. */
  picture: Shown | null;
  /** How many lines there are to write on. */
  lines: number;
  /** Boxes to write figures in. */
  cells: { label: string; count: number }[];
  /** Where to go on from here, when it depends on the answer. */
  then: string[];
};
/** `face`: which face stands beside the words; '' for none. */
export type PaperTick = { words: string; face: string; picture: Shown | null };
/** Something to read between the questions. */
export type PaperText = { asks: false; id: string; heading: string; body: string[]; picture: Shown | null };
export type PaperPart = PaperQuestion | PaperText;

/** Every entry in one edition. Questions have the numbers that the typing page gives them. */
export function partsOf(plain: readonly Entry[], edition: Edition, t: Say, shown: ShownMedia = new Map()): PaperPart[] {
  const entries = plain.map(entry => ({ ...entry, question: saidIn(entry.question, edition, t) }));
  const optionsOf = ({ question }: Entry) => new Map(choicesIn(question, t));
  return entries.map((entry, at) => {
    const picture = pictureIn(shown, mediaIn(plain[at]?.question ?? entry.question, edition));
    return partOf(entry, { entries, optionsOf, t }, { shown, picture });
  });
}

// The question that every survey with words ends with is our own, and has words in every language.
const saidIn = (question: Question, edition: Edition, t: Say): Question =>
  question.id === QUOTE ? question : inEdition(question, edition, words => t.written(words));

/** What is seen or heard in time can't be on paper. */
function pictureIn(shown: ShownMedia, id: string | null | undefined): Shown | null {
  const found = shown.get(id ?? '');
  return found?.kind === 'picture' ? found : null;
}

type Pictures = { shown: ShownMedia; picture: Shown | null };

function partOf(entry: Entry, ways: Ways, { shown, picture }: Pictures): PaperPart {
  const { question, n } = entry;
  const { t } = ways;
  if (n === null) return textOf(question, picture);
  return {
    asks: true,
    id: question.id,
    n,
    ask: question.ask,
    hint: question.hint ?? '',
    how: howOf(question, t),
    ticks: isTicked(question) ? ticksOf(question, shown, t) : [],
    picture,
    lines: linesOf(question),
    cells: cellsOf(question, t),
    then: waysFrom(entry, ways),
  };
}

const ticksOf = (question: Question, shown: ShownMedia, t: Say): PaperTick[] =>
  kindOf(question)
    .tallyOptions(question)
    .map(choice => ({
      words: choiceWords(choice, t),
      face: choice.face ?? '',
      picture: pictureIn(shown, choice.picture),
    }));

const textOf = (question: Question, picture: Shown | null): PaperText => ({
  asks: false,
  id: question.id,
  heading: question.ask,
  body: question.kind === 'information' ? question.body.split(/\n\s*\n/) : [],
  picture,
});

const isTicked = (question: Question): boolean => ['radios', 'checkboxes', 'selects'].includes(controlOf(question));

const choicesIn = (question: Question, t: Say): [string, string][] =>
  kindOf(question)
    .tallyOptions(question)
    .map(choice => [choice.id, choiceWords(choice, t)]);

function howOf(question: Question, t: Say): string {
  if (question.kind === 'choose-many' && question.atMost) return t('paper.tick-at-most', { n: question.atMost });
  if (question.kind === 'area') return t('paper.do-area', { example: exampleOf(question) });
  if (question.kind === 'date' && question.precision === 'month') return t('paper.do-month');
  return t(`paper.do-${controlOf(question)}`);
}

/** Short answers have one line, long ones as many as a family may fill. */
function linesOf(question: Question): number {
  if (kindOf(question).control === 'line') return 1;
  if (question.kind !== 'long-text') return 0;
  return Math.min(12, Math.max(4, Math.round((question.limit ?? 5000) / 250)));
}

function cellsOf(question: Question, t: Say): PaperQuestion['cells'] {
  if (question.kind === 'number') return [{ label: question.unit ?? '', count: 4 }];
  if (question.kind !== 'date') return [];
  return datePartsOf(question).map(part => ({ label: t(`web.${part}`), count: part === 'year' ? 4 : 2 }));
}
