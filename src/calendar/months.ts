import { languages } from '../words/editions.ts';

const FEWEST_LETTERS = 3;

/** The month (1 to 12) that somebody wrote: '3', 'March', 'mar.', 'Mawrth', 'marzec', 'marca', 'مارچ'. Null for anything else. */
export function monthOf(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : null;
  const start = folded(text).replace(/\.$/, '');
  if (start.length < FEWEST_LETTERS) return null;
  const found = new Set(
    names()
      .filter(({ name }) => name.startsWith(start))
      .map(({ month }) => month),
  );
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** Small letters without accents: 'Październik' is written 'pazdziernik' on many phones. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

type Name = { name: string; month: number };
let kept: Name[] | null = null;

// Asking a hundred formatters takes longer than much of a start, so it waits for the first month in words.
const names = (): Name[] =>
  (kept ??= Object.keys(languages).flatMap(language =>
    Array.from({ length: 12 }, (_, at) => at + 1).flatMap(month =>
      namesIn(language, month).map(name => ({ name: folded(name), month })),
    ),
  ));

/** Its name, and its name beside a day: Polish has two. */
function namesIn(language: string, month: number): string[] {
  const day = new Date(Date.UTC(2026, month - 1, 15));
  const ways = [{ month: 'long' }, { month: 'long', day: 'numeric' }] as const;
  return ways.flatMap(way =>
    new Intl.DateTimeFormat(language, { ...way, timeZone: 'UTC' })
      .formatToParts(day)
      .flatMap(({ type, value }) => (type === 'month' ? [value] : [])),
  );
}
