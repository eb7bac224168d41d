import { nextOptionId } from './definition.ts';

// The options of a question as lines of the edit page.

/**
 * Of the options that a question has: ids that it had in versions that were answered, which never come back; and whether
 * a changed line only says the same in better words, so that it keeps its id.
 */
export type OptionsGiven = { used: readonly string[]; sameMeaning: boolean };
export const nothingAnswered: OptionsGiven = { used: [], sameMeaning: false };

/** One option a line. An option whose words stay keeps its id; others take the next free one. */
export function readOptions(
  before: readonly Option[],
  said: readonly string[],
  { used, sameMeaning }: OptionsGiven,
): Option[] {
  const ids = keptIds(before, said);
  // Those that are left, in their order: as many lines as options, so each of them was worded better.
  const left = before.map(each => each.id).filter(id => !ids.includes(id));
  const never = new Set([...used, ...before.map(each => each.id)]);
  return said.map((words, at) => {
    const kept = ids[at] ?? (sameMeaning && said.length === before.length ? left.shift() : undefined);
    const id = kept ?? nextOptionId(never);
    never.add(id);
    return { id, words };
  });
}

export type Option = { id: string; words: string };

/** The ids of options whose very words are among the lines, a line each; null for other lines. */
function keptIds(before: readonly Option[], said: readonly string[]): (string | null)[] {
  const taken = new Set<string>();
  return said.map(words => {
    const id = before.find(each => each.words === words && !taken.has(each.id))?.id ?? null;
    if (id !== null) taken.add(id);
    return id;
  });
}

/** What stands on each line of a box, without the empty ones. */
export const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
