/** What else a question of LimeSurvey may have that finds no place here. */
import type { Lost } from './import-rules.ts';
import type { Texts } from './said-rules.ts';
import type { LssQuestion } from './lss-survey-rules.ts';

const CHECK = 'Say in the hint what you need.';

/** By LimeSurvey's name of the setting. */
const ATTRIBUTES: Record<string, [what: string, todo: string]> = {
  array_filter: ['that only what was chosen before is offered', 'Say so in the question, or write rules.'],
  array_filter_exclude: ['that what was chosen before is not offered', 'Say so in the question, or write rules.'],
  em_validation_q: ['the check of its answer by an equation', CHECK],
  em_validation_sq: ['the check of each line by an equation', CHECK],
  preg: ['the pattern that its answer must have', CHECK],
  random_order: ['the random order of its answers', 'Put them into an order that favours nobody.'],
  min_answers: ['the lowest number of answers', CHECK],
  time_limit: ['the time limit: nobody is hurried here', 'There is nothing to do.'],
  suffix: ['the words behind the box', CHECK],
  prefix: ['the words before the box', CHECK],
};

/** What is used elsewhere, and what only says how it looks or is counted in LimeSurvey. */
const USED = /^(hidden|max_answers|exclude_all_others|(min|max)_num_value_n|dualscale_header[AB]|other_replace_text)$/;
const LOOKS = new RegExp(
  [
    '^(?:hide_tip|page_break|public_statistics|scale_export|alphasort|use_dropdown|showpopups|reverse|cssclass|save_as_default',
    'same(?:choice|list)height|printable_help|category_separator|image|clear_default',
    'assessment_value|value_range_allows_missing|max_subquestions|multiflexible_step|commented_checkbox(?:_auto)?',
    '(?:statistics|display|time_limit|location|text_input|dropdown|slider|array_filter_style|exclude_all_others_auto|other_position',
    'answer_(?:width|order)|repeat_headings|label_input|choice_(?:title|input)|prefix_|suffix_|subquestion_width|random_group).*)$',
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

function settingsOf({ attributes }: LssQuestion): Lost[] {
  const set = [...attributes].filter(([name, value]) => value !== '0' && !USED.test(name));
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
