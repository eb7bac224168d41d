/** Which pages somebody could come to, and where the rules of a survey lead in a circle. */
import { comparisonsIn, holds, type Comparison } from './conditions.ts';
import type { Question } from './definition.ts';
import { acceptAnswer } from './kinds/accept.ts';
import type { Answer, Answers } from './kinds/kind.ts';
import { kindOf } from './kinds/registry.ts';
import type { Page } from './pages.ts';
import { placeAfter, waysOn } from './steps.ts';

/** The pages that stand in a circle of rules and following pages, whatever the answers; none in a survey that ends. */
export function loopsIn(pages: readonly Page[]): string[] {
  const reach = everyWay(pages);
  return pages.filter((_, at) => reach[at]?.has(at)).map(page => page.id);
}

// More tries than a survey of a hundred questions with sensible branches needs, and a moment of the one thread.
const MOST_TRIES = 20_000;

/**
 * The pages that no answers lead to, in a survey without circles. Tries every answer that some rule tells apart, so a page behind rules that cannot
 * hold together is named too. In a survey that needs more than 20,000 tries, pages that rules lead to count as
 * reached without trying them all: then some that can't be reached may not be named, but never one that can.
 */
export function unreachable(pages: readonly Page[]): string[] {
  const reached = new Set<number>();
  const reach = everyWay(pages);
  const live = mentioned(pages, reach);
  const answers: (readonly (Answer | null)[])[] = [];
  const states = [{ at: 0, along: {} as Answers }];
  const known = new Set<string>();
  let tries = 0;
  for (let state = states.pop(); state; state = states.pop()) {
    const { at, along } = state;
    const page = pages[at];
    if (!page) continue;
    reached.add(at);
    const given = tries > MOST_TRIES ? [] : (answers[at] ??= tellingAnswers(page.question, pages));
    tries += given.length;
    if (tries > MOST_TRIES) {
      for (const each of reach[at] ?? []) reached.add(each);
      continue;
    }
    for (const answer of given) {
      const next = placeAfter(pages, at, answer === null ? along : { ...along, [page.id]: answer });
      const kept = keep(along, page.id, answer, live[next] ?? new Set());
      const key = `${next} ${JSON.stringify(kept)}`;
      if (known.has(key)) continue;
      known.add(key);
      states.push({ at: next, along: kept });
    }
  }
  return pages.filter((_, at) => !reached.has(at)).map(page => page.id);
}

// Only what rules further on ask about matters, in the order of the pages' ids so that the same state has one key.
function keep(along: Answers, id: string, answer: Answer | null, live: ReadonlySet<string>): Answers {
  const all = Object.entries({ ...along, ...(answer === null ? {} : { [id]: answer }) });
  return Object.fromEntries(all.filter(([each]) => live.has(each)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Of each page every place that rules or following lead to from there, whatever the answers. */
function everyWay(pages: readonly Page[]): Set<number>[] {
  const ways = pages.map((_, at) => waysOn(pages, at));
  return pages.map((_, from) => {
    const found = new Set<number>();
    const open = [...(ways[from] ?? [])];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at >= pages.length || found.has(at)) continue;
      found.add(at);
      open.push(...(ways[at] ?? []));
    }
    return found;
  });
}

/** Of each page the questions that its rules, or those of one that may come after it, ask about. */
function mentioned(pages: readonly Page[], reach: readonly ReadonlySet<number>[]): Set<string>[] {
  const own = pages.map(page => [...new Set(comparisonsOf(page).map(each => each.q))]);
  return reach.map((ahead, from) => new Set([from, ...ahead].flatMap(at => own[at] ?? [])));
}

const comparisonsOf = (page: Page): Comparison[] => page.next.flatMap(({ when }) => comparisonsIn(when));

// With more options than this in rules, not every set of them is tried, but each alone, each pair, and all together.
const MOST_SETS = 9;

/** One answer for each way in which the survey's rules tell answers to this question apart; null is 'skipped'. */
function tellingAnswers(question: Question, pages: readonly Page[]): (Answer | null)[] {
  const about = pages.flatMap(page => comparisonsOf(page)).filter(each => each.q === question.id);
  const skipped = acceptAnswer(question, null) ? [null] : [];
  const given = candidates(question, about).filter(answer => acceptAnswer(question, answer));
  const byTruth = new Map(given.map(answer => [truthOf(about, question.id, answer), answer]));
  return [...skipped, ...byTruth.values()];
}

const truthOf = (about: readonly Comparison[], id: string, answer: Answer): string =>
  about.map(each => (holds(each, { [id]: answer }) ? '1' : '0')).join('');

function candidates(question: Question, about: readonly Comparison[]): Answer[] {
  if (question.kind === 'information') return [];
  if (question.kind === 'number') return numbersAround(question, about);
  if (question.kind === 'date') return daysAround(question, about);
  if (question.kind === 'area') return ['B1', ...question.bins];
  if (kindOf(question).isText) return ['words'];
  const ids = kindOf(question)
    .tallyOptions(question)
    .map(choice => choice.id);
  return kindOf(question).answer.safeParse(ids[0]).success
    ? ids
    : sets(ids, about, question.kind === 'top-three' ? 3 : ids.length);
}

/** Sets of options, of at most `most`: of those that rules name every set, with and without one that they don't. */
function sets(ids: readonly string[], about: readonly Comparison[], most: number): string[][] {
  const named = new Set(about.flatMap(each => ('anyOf' in each ? each.anyOf : 'allOf' in each ? each.allOf : [])));
  const telling = ids.filter(id => named.has(id));
  const others = ids.filter(id => !named.has(id)).slice(0, 1);
  const chosen = telling.length <= MOST_SETS ? everySet(telling) : smallSets(telling);
  return chosen
    .flatMap(set => [set, [...set, ...others]])
    .filter(set => set.length > 0 && set.length <= most)
    .map(set => ids.filter(id => set.includes(id)));
}

const everySet = (ids: readonly string[]): string[][] =>
  ids.reduce<string[][]>((all, id) => [...all, ...all.map(set => [...set, id])], [[]]);

const smallSets = (ids: readonly string[]): string[][] => [
  [],
  ...ids.map(id => [id]),
  ...ids.flatMap((one, at) => ids.slice(at + 1).map(other => [one, other])),
  [...ids],
];

function numbersAround(
  { min, max }: { min?: number | undefined; max?: number | undefined },
  about: readonly Comparison[],
): number[] {
  const named = about.flatMap(each => ('atLeast' in each ? [each.atLeast] : 'atMost' in each ? [each.atMost] : []));
  const ends = [min, max].filter(end => end !== undefined);
  return [...new Set([...named, ...ends, 0].flatMap(n => [n - 1, n, n + 1]))];
}

function daysAround(
  { min, max, precision }: { min?: string | undefined; max?: string | undefined; precision?: 'month' | undefined },
  about: readonly Comparison[],
): string[] {
  const named = about.flatMap(each =>
    'onOrAfter' in each ? [each.onOrAfter] : 'onOrBefore' in each ? [each.onOrBefore] : [],
  );
  const ends = [min, max].filter(end => end !== undefined);
  const near = (day: string) => [-1, 0, 1].map(n => beside(day, n, precision));
  return [...new Set([...named, ...ends, '2000-01-01'].flatMap(near))];
}

const beside = (day: string, n: number, precision?: 'month'): string =>
  precision === 'month'
    ? Temporal.PlainYearMonth.from(day).add({ months: n }).toString()
    : Temporal.PlainDate.from(day).add({ days: n }).toString();
