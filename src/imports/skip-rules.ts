/** 'Shown only if …' turned into 'Go to …': our pages follow from answers, those of others hide themselves. */
import { END, type Condition, type Rule } from '../surveys/conditions.ts';

/** A page, and when it is asked; null for always. */
export type Shown = { id: string; when: Condition | null };

/** More rules than this on one page are refused by a definition. */
const MOST_RULES = 60;

export type Skips = {
  /** By page, the rules of its answers; none where the next page always follows. */
  rules: Map<string, Rule[]>;
  /** Pages that are asked of everybody, since too many conditions would meet on one page. */
  tooMany: string[];
};

/**
 * Rules that lead past the pages that are not to be asked. A page's rules name each page that could come next, the nearest
 * first, with its condition; the first that is asked of everybody ends them. `first` is a page that is always asked.
 */
export function skipsOf(pages: readonly Shown[]): Skips {
  const tooMany: string[] = [];
  let run = 0;
  const shown = pages.map(page => {
    run = page.when === null ? 0 : run + 1;
    if (run < MOST_RULES) return page;
    run = 0;
    tooMany.push(page.id);
    return { ...page, when: null };
  });
  const rules = new Map<string, Rule[]>();
  shown.forEach((page, at) => {
    const own = rulesFrom(shown.slice(at + 1));
    if (own.length > 0) rules.set(page.id, own);
  });
  return { rules, tooMany };
}

function rulesFrom(ahead: readonly Shown[]): Rule[] {
  const rules: Rule[] = [];
  const past = new Set<string>();
  for (const { id, when } of ahead) {
    const left = when === null || leadingPast(when, past);
    past.add(id);
    // The next page in order needs no rule where everybody comes to it.
    if (left === true) return rules.length === 0 ? [] : [...rules, { when: always(rules), to: id }];
    if (left !== false && !rules.some(each => isSame(each.when, left))) rules.push({ when: left, to: id });
  }
  return rules.length === 0 ? [] : [...rules, { when: always(rules), to: END }];
}

const isSame = (one: Condition, other: Condition): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What a condition still asks where a rule leads past these pages: whoever never came to them answered none of them. */
function leadingPast(when: Condition, past: ReadonlySet<string>): Condition | boolean {
  if ('q' in when) return past.has(when.q) ? false : when;
  if ('not' in when) {
    const inner = leadingPast(when.not, past);
    return typeof inner === 'boolean' ? !inner : { not: inner };
  }
  const isAny = 'or' in when;
  const all = (isAny ? when.or : when.and).map(each => leadingPast(each, past));
  if (all.includes(isAny)) return isAny;
  const rest = all.filter(each => each !== !isAny) as Condition[];
  if (rest.length < 2) return rest[0] ?? !isAny;
  return isAny ? { or: rest } : { and: rest };
}

/** What holds where none of the rules before it did. */
const always = (rules: readonly Rule[]): Condition => {
  const none = rules.map(({ when }): Condition => ({ not: when }));
  return none.length === 1 ? (none[0] as Condition) : { and: none };
};
