/** Whether an answer that was kept is still one that its question takes. */
import { kindOf, type Question } from './registry.ts';
import type { Answer } from './kind.ts';

const MOST_KNOWN = 300;
const known = new WeakMap<Question, Map<string, boolean>>();

/** True when reading the answer back from its form gives the same; null (skipped) when the question may be
 * skipped; an empty text is one whose words were deleted. */
export function acceptAnswer(question: Question, answer: Answer | null | undefined): boolean {
  if (kindOf(question).isText) return accepts(question, answer);
  // Where people choose, the same few answers come again and again: each is looked at once.
  const seen = known.get(question) ?? new Map<string, boolean>();
  const key = JSON.stringify(answer ?? null);
  const found = seen.get(key) ?? accepts(question, answer);
  if (seen.size >= MOST_KNOWN) seen.clear();
  known.set(question, seen.set(key, found));
  return found;
}

function accepts(question: Question, answer: Answer | null | undefined): boolean {
  const kind = kindOf(question);
  if (answer === null || answer === undefined) return kind.read(question, {}).ok;
  if (kind.isText && answer === '') return true;
  if (!kind.answer.safeParse(answer).success) return false;
  const reading = kind.read(question, kind.fill(answer));
  return reading.ok && JSON.stringify(reading.answer) === JSON.stringify(answer);
}
