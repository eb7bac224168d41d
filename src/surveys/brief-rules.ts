/** The answers of a question in a line, for who looks through the list. */
import { choices, type Question, type Translate } from './definition.ts';
import { pagesOf } from './pages.ts';

const MOST = 8;

/** 'Yes · No · I am not sure', 'Strongly agree … Strongly disagree'; '' where nothing is offered. */
export function answersInBrief(question: Question, t: Translate): string {
  if (question.kind === 'items') {
    const [first] = pagesOf({ questions: [question] });
    const scale = first ? `(${answersInBrief(first.question, t)})` : '';
    return `${listed(question.options.map(each => each.words))} ${scale}`.trim();
  }
  if (question.kind === 'number' || question.kind === 'date') return '';
  const words = choices(question, t).map(each => each.words);
  // The last of a scale says that somebody is not sure.
  if (question.kind === 'agreement' || question.kind === 'faces') return `${words[0] ?? ''} … ${words.at(-2) ?? ''}`;
  return listed(words);
}

function listed(all: readonly string[]): string {
  const words = all.filter(each => each !== '').map(each => each.replace(/\.$/, ''));
  const more = words.length - MOST;
  return more > 1 ? `${words.slice(0, MOST).join(' · ')} · and ${more} more` : words.join(' · ');
}
