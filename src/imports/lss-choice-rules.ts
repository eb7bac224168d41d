/** Questions of LimeSurvey that offer answers to choose from. */
import type { Lost } from './import-rules.ts';
import { mostChosen } from './lss-bound-rules.ts';
import { noted, together, type Build, type Kit, type Made, type Reference } from './lss-made-rules.ts';
import type { LssOption, LssPart, LssQuestion } from './lss-survey-rules.ts';
import { joined, optionsOf, worded } from './lss-words-rules.ts';
import type { Texts } from './said-rules.ts';

/** By LimeSurvey's letter for the type. */
export const choiceBuilders: Record<string, Build> = {
  L: chooseOne,
  '!': chooseOne,
  O: (question, kit) => noted(chooseOne(question, kit), box('the box for a comment beside the choice')),
  '5': (question, kit) => given(question, kit, scale(1, 5)),
  Y: (question, kit) => given(question, kit, YES_NO),
  G: (question, kit) => given(question, kit, FEMALE_MALE),
  M: chooseMany,
  P: (question, kit) => noted(chooseMany(question, kit), box('the boxes for a comment beside each choice')),
  A: (question, kit) => eachLine(question, kit, scale(1, 5)),
  B: (question, kit) => eachLine(question, kit, scale(1, 10)),
  C: (question, kit) => eachLine(question, kit, YES_UNSURE_NO),
  E: (question, kit) => eachLine(question, kit, MORE_SAME_LESS),
  F: (question, kit) => eachLine(question, kit, question.options),
  H: (question, kit) => eachLine(question, kit, question.options),
  '1': twoScales,
  R: ranking,
};

function chooseOne(question: LssQuestion, kit: Kit): Made {
  const options = [...question.options, ...otherOf(question)];
  const made = given(question, kit, options);
  return question.other ? noted(made, box('the box to write in beside ‘Other’')) : made;
}

function given(question: LssQuestion, kit: Kit, options: readonly LssOption[]): Made {
  return chosen(kit, question.ask, question, options, '');
}

function chosen(kit: Kit, ask: Texts, question: LssQuestion, options: readonly LssOption[], name: string): Made {
  const { list, codes, words, left: over } = optionsOf(options, kit.tongues);
  const id = kit.nextId();
  const { page, left } = worded({ id, kind: 'choose-one', ask: '', options: list }, ask, question, kit, words);
  return {
    questions: [page],
    references: new Map([[name, { kind: 'choice', q: id, codes }]]),
    left: [...left, ...over],
  };
}

/** A grid: a page for each of its lines. */
function eachLine(question: LssQuestion, kit: Kit, options: readonly LssOption[]): Made {
  return together(
    question.parts.map(part =>
      chosen(kit, joined(question.ask, part.ask, kit.tongues), question, options, `_${part.code}`),
    ),
  );
}

function twoScales(question: LssQuestion, kit: Kit): Made {
  const scales = [0, 1].map(at => question.options.filter(option => option.scale === at));
  const heads = ['dualscale_headerA', 'dualscale_headerB'].map(name => question.labels.get(name) ?? NO_WORDS);
  return together(
    question.parts.flatMap(part =>
      scales.flatMap((options, at) => {
        if (options.length === 0) return [];
        const ask = joined(question.ask, part.ask, kit.tongues);
        const whole = joined(ask, heads[at] ?? NO_WORDS, kit.tongues);
        return chosen(kit, whole, question, options, `_${part.code}#${at}`);
      }),
    ),
  );
}

function chooseMany(question: LssQuestion, kit: Kit): Made {
  const parts = question.parts.map(({ code, ask }) => ({ code, words: ask, scale: 0 }));
  const { list, codes, words, left: over } = optionsOf([...parts, ...otherOf(question)], kit.tongues);
  const id = kit.nextId();
  const most = mostChosen(question);
  const atMost = most === undefined ? {} : { atMost: most };
  const { page, left } = worded(
    { id, kind: 'choose-many', ask: '', options: list, ...atMost },
    question.ask,
    question,
    kit,
    words,
  );
  const ticks = [...codes].map(([code, option]): [string, Reference] => [
    `_${code === OTHER ? 'other' : code}`,
    { kind: 'tick', q: id, option },
  ]);
  return {
    questions: [page],
    references: new Map<string, Reference>([['', { kind: 'ticks', q: id, codes }], ...ticks]),
    left: [
      ...left,
      ...over,
      ...(question.other ? [box('the box to write in beside ‘Other’')] : []),
      ...setsApart(question),
    ],
  };
}

/** An answer that takes all others away. */
function setsApart({ attributes }: LssQuestion): Lost[] {
  const code = attributes.get('exclude_all_others');
  if (code === undefined) return [];
  return [{ what: `that ‘${code}’ can’t be chosen together with others`, todo: 'Offer ‘None of these’ instead.' }];
}

function ranking(question: LssQuestion, kit: Kit): Made {
  const listed = question.options.length > 0 ? question.options : question.parts.map(partAsOption);
  const { list, words, left: over } = optionsOf(listed, kit.tongues);
  const id = kit.nextId();
  const { page, left } = worded({ id, kind: 'top-three', ask: '', options: list }, question.ask, question, kit, words);
  const more = list.length > 3 ? [ORDER] : [];
  return { questions: [page], references: new Map(), left: [...left, ...over, ...more] };
}

const partAsOption = ({ code, ask }: LssPart): LssOption => ({ code, words: ask, scale: 0 });

const ORDER: Lost = {
  what: 'the order of more than three: people choose their top three',
  todo: 'Look whether three are enough.',
};

const NO_WORDS: Texts = new Map();

const box = (what: string): Lost => ({ what, todo: 'Add a question to answer in words after it.' });

/* What their types of question offer by themselves */

const inEnglish = (code: string, words: string): LssOption => ({ code, words: new Map([['en', words]]), scale: 0 });

const OTHER = '-oth-';

function otherOf({ other, labels }: LssQuestion): LssOption[] {
  if (!other) return [];
  const words = labels.get('other_replace_text');
  return [words?.size ? { code: OTHER, words, scale: 0 } : inEnglish(OTHER, 'Other')];
}

const YES_NO = [inEnglish('Y', 'Yes'), inEnglish('N', 'No')];
const FEMALE_MALE = [inEnglish('F', 'Female'), inEnglish('M', 'Male')];
const YES_UNSURE_NO = [inEnglish('Y', 'Yes'), inEnglish('U', 'Uncertain'), inEnglish('N', 'No')];
const MORE_SAME_LESS = [inEnglish('I', 'Increase'), inEnglish('S', 'Same'), inEnglish('D', 'Decrease')];

const scale = (from: number, to: number): LssOption[] =>
  Array.from({ length: to - from + 1 }, (_, at) => inEnglish(String(from + at), String(from + at)));
