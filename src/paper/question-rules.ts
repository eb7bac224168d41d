import { inEdition } from '../surveys/editions.ts';
import { QUOTE, type Choice } from '../surveys/kinds/kind.ts';
import { kindOf, type Question } from '../surveys/kinds/registry.ts';
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
  ticks: string[];
  /** How many lines there are to write on. */
  lines: number;
  /** Boxes to write figures in. */
  cells: { label: string; count: number }[];
  /** Where to go on from here, when it depends on the answer. */
  then: string[];
};
/** Something to read between the questions. */
export type PaperText = { asks: false; id: string; heading: string; body: string[] };
export type PaperPart = PaperQuestion | PaperText;

/** Every entry in one edition. Questions have the numbers that the typing page gives them. */
export function partsOf(plain: readonly Entry[], edition: Edition, t: Say): PaperPart[] {
  const entries = plain.map(entry => ({ ...entry, question: inEdition(entry.question, edition).question }));
  const speakers = new Map(plain.map(({ question }) => [question.id, speakerOf(question, edition, t)]));
  const say = (question: Question) => speakers.get(question.id) ?? ((words: string) => t.written(words));
  const optionsOf = ({ question }: Entry) => new Map(choicesIn(question, say(question), t));
  return entries.map(entry => partOf(entry, say(entry.question), { entries, optionsOf, t }));
}

type Speak = (words: string) => string;

// What the edition doesn't say stays in English, and the question that every survey with words ends with is our own.
function speakerOf(question: Question, edition: Edition, t: Say): Speak {
  const isOurs = question.id === QUOTE || inEdition(question, edition).language === t.language;
  return isOurs ? words => words : words => t.written(words);
}

function partOf(entry: Entry, speak: Speak, ways: Ways): PaperPart {
  const { question, n } = entry;
  const { t } = ways;
  if (n === null) return textOf(question, speak);
  return {
    asks: true,
    id: question.id,
    n,
    ask: speak(question.ask),
    hint: speak(question.hint ?? ''),
    how: howOf(question, t),
    ticks: isTicked(question) ? choicesIn(question, speak, t).map(([, words]) => words) : [],
    lines: linesOf(question),
    cells: cellsOf(question, speak, t),
    then: waysFrom(entry, ways),
  };
}

const textOf = (question: Question, speak: Speak): PaperText => ({
  asks: false,
  id: question.id,
  heading: speak(question.ask),
  body: question.kind === 'information' ? question.body.split(/\n\s*\n/).map(speak) : [],
});

const isTicked = (question: Question): boolean =>
  ['radios', 'checkboxes', 'selects'].includes(kindOf(question).control);

const choicesIn = (question: Question, speak: Speak, t: Say): [string, string][] =>
  kindOf(question)
    .tallyOptions(question)
    .map(choice => [choice.id, wordsOf(choice, speak, t)]);

const wordsOf = (choice: Choice, speak: Speak, t: Say): string =>
  'key' in choice ? t(choice.key, choice.params) : speak(choice.words);

function howOf(question: Question, t: Say): string {
  const { control } = kindOf(question);
  if (question.kind === 'choose-many' && question.atMost) return t('paper.tick-at-most', { n: question.atMost });
  if (question.kind === 'pictures' && !question.many) return t('paper.do-radios');
  if (question.kind === 'area') return t('paper.do-area');
  return t(`paper.do-${control}`);
}

/** Short answers have one line, long ones as many as a family may fill. */
function linesOf(question: Question): number {
  if (kindOf(question).control === 'line') return 1;
  if (question.kind !== 'long-text') return 0;
  return Math.min(12, Math.max(4, Math.round((question.limit ?? 5000) / 250)));
}

function cellsOf(question: Question, speak: Speak, t: Say): PaperQuestion['cells'] {
  if (question.kind === 'number') return [{ label: speak(question.unit ?? ''), count: 4 }];
  if (question.kind !== 'date') return [];
  return [
    { label: t('web.day'), count: 2 },
    { label: t('web.month'), count: 2 },
    { label: t('web.year'), count: 4 },
  ];
}
