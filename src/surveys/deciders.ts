/** Which answers decide whether somebody comes to a page. */
import { comparisonsIn } from './conditions.ts';
import type { Page } from './pages.ts';
import { waysOn } from './steps.ts';

type Fate = 'always' | 'never' | 'sometimes';

/**
 * The questions that decide whether somebody comes to this page, in a survey without circles; none when everybody does.
 * It may name one that in truth decides nothing, and never leaves one out that does.
 */
export function decidersOf(pages: readonly Page[], id: string): string[] {
  const fates = fatesOf(
    pages,
    pages.findIndex(page => page.id === id),
  );
  const deciding = pages.filter((_page, at) => fates[at] === 'sometimes').flatMap(page => page.next);
  return [...new Set(deciding.flatMap(({ when }) => comparisonsIn(when).map(each => each.q)))];
}

/** Whether who stands on a page comes to the target after it: whatever they answer, never, or as they answer. */
function fatesOf(pages: readonly Page[], target: number): (Fate | undefined)[] {
  const fates: (Fate | undefined)[] = [];
  const fateOf = (at: number): Fate => {
    if (at === target) return 'always';
    if (at >= pages.length) return 'never';
    const onward = fates[at] ?? joined(waysOn(pages, at).map(fateOf));
    fates[at] = onward;
    return onward;
  };
  pages.forEach((_page, at) => fateOf(at));
  return fates;
}

const joined = ([first = 'never', ...others]: Fate[]): Fate =>
  others.every(fate => fate === first) ? first : 'sometimes';
