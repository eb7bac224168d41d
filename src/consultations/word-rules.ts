/** The checks of words on a plan, under the names of its form's fields. */
import { advice, at, type Finding } from '../words/checks/finding-rules.ts';
import { checkPage, type Known } from '../words/checks/page-rules.ts';

export const PLAN_WORDS = [
  'title',
  'purpose',
  'audience',
  'background',
  'can_change',
  'cannot_change',
  'level_reason',
  'who_decides',
  'confidentiality_words',
  'content_warning',
] as const;

const MOST_MINUTES = 10;

/** `values` as the form holds them, or a consultation's row. They stand on one page, the consultation's. */
export function planFindings(values: Readonly<Record<string, unknown>>, known: Known): Finding[] {
  const passages = PLAN_WORDS.map(where => ({ where, text: String(values[where] ?? '') }));
  return [...checkPage(passages, 'plain', known), ...at('minutes', checkMinutes(Number(values['minutes'])))];
}

function checkMinutes(minutes: number) {
  if (!(minutes > MOST_MINUTES)) return [];
  const todo = `Ask less, so that ${MOST_MINUTES} are enough: many people stop then.`;
  return [advice('many minutes', String(minutes), `It takes ${minutes} minutes.`, todo)];
}
