/** What else a question of LimeSurvey may have that finds no place here. */
import type { Lost } from './import-rules.ts';
import { boundsKept, isSlider } from './lss-bound-rules.ts';
import type { LssQuestion } from './lss-survey-rules.ts';
import type { Texts } from './said-rules.ts';

const CHECK = 'Say in the hint what you need.';
const ORDER = 'Put them into an order that favours nobody.';

/** By LimeSurvey's name of the setting. */
const ATTRIBUTES: Record<string, [what: string, todo: string]> = {
  array_filter: ['that only what was chosen before is offered', 'Say so in the question, or write rules.'],
  array_filter_exclude: ['that what was chosen before is not offered', 'Say so in the question, or write rules.'],
  em_validation_q: ['the check of its answer by an equation', CHECK],
  em_validation_sq: ['the check of each line by an equation', CHECK],
  preg: ['the pattern that its answer must have', CHECK],
  random_order: ['the random order of its answers', ORDER],
  answer_order: ['the random order of its answers', ORDER],
  subquestion_order: ['the random order of its lines', ORDER],
  random_group: ['the random order of its questions', ORDER],
  location_mapservice: ['the map on which a place is shown', 'Ask in words where it is.'],
  slider_default: ['where its slider stands at first: nothing is chosen beforehand here', 'There is nothing to do.'],
  slider_accuracy: ['the steps between its numbers', CHECK],
  multiflexible_step: ['the steps between its numbers', CHECK],
  max_answers: ['the highest number of answers', CHECK],
  max_subquestions: ['the highest number of answers', CHECK],
  min_answers: ['the lowest number of answers', CHECK],
  time_limit: ['the time limit: nobody is hurried here', 'There is nothing to do.'],
  suffix: ['the words behind the box', CHECK],
  prefix: ['the words before the box', CHECK],
};

/** What is used elsewhere, and what only says how it looks or is counted in LimeSurvey. */
const USED = /^(hidden|exclude_all_others|dualscale_header[AB]|other_replace_text)$/;
const LOOKS = new RegExp(
  [
    '^(?:hide_tip|page_break|public_statistics|scale_export|alphasort|use_dropdown|showpopups|reverse|cssclass|save_as_default',
    'same(?:choice|list)height|printable_help|category_separator|image|clear_default',
    'assessment_value|value_range_allows_missing|commented_checkbox(?:_auto)?',
    '(?:location_(?!mapservice$)|slider_(?!(?:min|max|default|accuracy)$)',
    'statistics|display|time_limit|text_input|dropdown|array_filter_style|exclude_all_others_auto|other_position',
    'answer_width|repeat_headings|label_input|choice_(?:title|input)|prefix_|suffix_|subquestion_width).*)$',
  ].join('|'),
);

export function extrasOf(question: LssQuestion): Lost[] {
  const { parts, columns, options, ask, help, embedded } = question;
  const said = [ask, help, ...[...parts, ...columns].map(part => part.ask), ...options.map(option => option.words)];
  const shown = [...parts, ...columns].filter(part => isEquation(part.relevance));
  return [
    ...settingsOf(question),
    ...shown.map(part => ({
      what: `when its line ${part.code} is shown: ${part.relevance}`,
      todo: 'Everybody sees it. Say in its words whom it is for.',
      counts: { conditions: 1 },
    })),
    ...saidOf(said, embedded),
  ];
}

/** What of some words is more than words. */
export const saidOf = (texts: readonly Texts[], embedded: readonly string[]): Lost[] => [
  ...(texts.some(each => [...each.values()].some(words => FILLED.test(words))) ? [FILLED_IN] : []),
  ...embedded.map(what => ({ what: `${what} among its words`, todo: 'Add it under ‘Media’ and put it in again.' })),
];

const FILLED = /\{[^}\s][^}]*\}/;
const FILLED_IN: Lost = {
  what: 'what is filled in from other answers: the words in { } stand as they are',
  todo: 'Write words that fit everybody.',
};

/** Whether it says anything: '1' stands for always. */
export const isEquation = (relevance: string): boolean => !['', '1'].includes(relevance.trim());

/** Settings that say nothing at some of their values, and at which. */
const IDLE = new Map<string, (value: string, question: LssQuestion) => boolean>([
  ['answer_order', (value, { attributes }) => value !== 'random' || attributes.get('random_order') === '1'],
  ['subquestion_order', value => value !== 'random'],
  ['slider_accuracy', value => value === '1'],
  ['multiflexible_step', value => value === '1'],
  // Of a ranking, for which ‘the order of more than three’ is listed.
  ['max_subquestions', value => Number(value) >= 3],
]);

function saysSomething(question: LssQuestion, name: string, value: string): boolean {
  if (value === '0' || USED.test(name) || boundsKept(question).includes(name)) return false;
  return (!name.startsWith('slider_') || isSlider(question)) && !IDLE.get(name)?.(value, question);
}

function settingsOf(question: LssQuestion): Lost[] {
  const set = [...question.attributes].filter(([name, value]) => saysSomething(question, name, value));
  const known = set.filter(([name]) => Object.hasOwn(ATTRIBUTES, name));
  const rest = set.filter(([name]) => !Object.hasOwn(ATTRIBUTES, name) && !LOOKS.test(name));
  return [
    ...known.map(([name, value]) => {
      const [what, todo] = ATTRIBUTES[name] ?? ['', ''];
      return { what: `${what} (${name}: ${value})`, todo };
    }),
    ...(rest.length > 0
      ? [
          {
            what: `settings that surveys here do not have (${rest.map(([name, value]) => `${name}: ${value}`).join(', ')})`,
            todo: 'Look whether you miss them.',
          },
        ]
      : []),
  ];
}

type List = 'parts' | 'columns' | 'options';

/** Which of its lists a type asks about. LimeSurvey keeps the others from what the question was before. */
function listsOf({ type, options }: LssQuestion): List[] {
  if ('L!O'.includes(type)) return ['options'];
  if ('MPABCEKQ'.includes(type)) return ['parts'];
  if ('FH1'.includes(type)) return ['parts', 'options'];
  if (';:'.includes(type)) return ['parts', 'columns'];
  return type !== 'R' ? [] : options.length > 0 ? ['options'] : ['parts'];
}

export function unusedOf(question: LssQuestion): Lost[] {
  const used = listsOf(question);
  const unused = (['parts', 'columns', 'options'] as const).filter(list => !used.includes(list));
  const count = unused.reduce((sum, list) => sum + question[list].length, 0);
  if (count === 0) return [];
  const what = `${count} answers or lines that its kind of question does not show`;
  return [{ what, todo: 'There is nothing to do.', counts: { options: count } }];
}

const TYPES: Record<string, string> = { '|': 'upload of a file', '*': 'equation', I: 'choice of the language' };
export const typeName = (type: string): string => TYPES[type] ?? type;
