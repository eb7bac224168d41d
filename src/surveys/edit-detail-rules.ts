import { compare, everyQuestion } from './compare.ts';
import type { Definition } from './definition.ts';

const MOST_CHARACTERS = 80;

/** What one change of a survey did, for the audit trail: `did`, and to which question where it was one alone. */
export function editDetail(before: Definition, after: Definition): Record<string, string> {
  const found = compare(before, after);
  if (found.length > 0 && found.every(each => each.what === 'order')) return { did: 'moved' };
  const about = found.filter(each => each.what !== 'order');
  const [id, ...others] = new Set(about.map(each => each.id));
  if (!id || others.length > 0) return {};
  const question = [...everyQuestion(after), ...everyQuestion(before)].find(each => each.id === id);
  const done = about.find(each => each.what === 'added' || each.what === 'removed')?.what;
  const did = done ?? (about.every(each => each.what === 'editions') ? 'edition' : 'changed');
  return { did, question: shortened(question?.ask ?? '') };
}

const shortened = (text: string): string => {
  const letters = [...text];
  return letters.length > MOST_CHARACTERS
    ? `${letters
        .slice(0, MOST_CHARACTERS - 1)
        .join('')
        .trimEnd()}…`
    : text;
};
