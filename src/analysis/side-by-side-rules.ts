/** What each group of people answered, beside the others and never weighted (K16), and what of it is safe to show. */
import { choices, type Definition, type KindName, type Question, type Translate } from '../surveys/definition.ts';
import { asked } from '../surveys/pages.ts';
import { isAskedOfAll } from './branch-rules.ts';
import { BREAKDOWN_THRESHOLD } from './disclosure.ts';
import type { TallyRow } from './tally-rules.ts';
import { ANSWERED } from './tally-rules.ts';

/** One question: a column a group, or several groups together, and a row an option. */
export interface SideTable {
  id: string;
  columns: { groups: string[]; people: number }[];
  /** `option` is null for everything else: other answers, and none. */
  rows: { option: string | null; counts: number[] }[];
}

/** What is counted of one question. `counts` stand in the order of the groups. */
export interface Counted {
  groups: { id: string; people: number }[];
  options: { id: string; counts: number[] }[];
  /** People could choose several, so that the options of a group don't add up to its people. */
  several: boolean;
}

const SEVERAL: readonly KindName[] = ['choose-many', 'pictures', 'top-three'];

/** Every question that offers something to choose, as counted. Takes the rows of dimension 'who'. */
export function countedByWho(questions: readonly Question[], tallies: readonly TallyRow[], t: Translate) {
  const own = tallies.filter(row => row.dimension === 'who');
  const counts = new Map(own.map(row => [`${row.question} ${row.option} ${row.value}`, row.count]));
  const groups = own
    .filter(row => row.question === '' && row.option === ANSWERED && row.count > 0)
    .map(row => ({ id: row.value, people: row.count }))
    .sort((one, other) => other.people - one.people || (one.id < other.id ? -1 : 1));
  return questions.flatMap(question => {
    const { id, kind } = question;
    const options = choices(question, t).map(choice => ({
      id: choice.id,
      counts: groups.map(group => counts.get(`${id} ${choice.id} ${group.id}`) ?? 0),
    }));
    if (kind === 'who-is-answering' || options.length === 0) return [];
    return [{ id, counted: { groups, options, several: SEVERAL.includes(kind) } }];
  });
}

/**
 * What of a survey may be shown outside the team: of the questions that everybody is asked, as how many of a group were
 * asked another would tell what they answered before. While it is open there are no rows of dimension 'who' to take, so
 * no tables either: the latest answers would show in them.
 */
export const safeTables = (definition: Definition, tallies: readonly TallyRow[], t: Translate): SideTable[] =>
  countedByWho(
    asked(definition).filter(question => isAskedOfAll(definition, question.id)),
    tallies,
    t,
  ).flatMap(({ id, counted }) => safeTable(id, counted) ?? []);

/** All of it, for the team: a column a group, a row an option, and those who left the question out. */
export function wholeTable(id: string, { groups, options, several }: Counted): SideTable {
  const rest = restOf(options, groups);
  return {
    id,
    columns: groups.map(group => ({ groups: [group.id], people: group.people })),
    rows: [
      ...options.map(option => ({ option: option.id, counts: option.counts })),
      ...(several || rest.every(count => count === 0) ? [] : [{ option: null, counts: rest }]),
    ],
  };
}

/**
 * What may be shown outside the team, or null. Small groups stand together as one column, and rare answers with those who
 * left the question out as one row, until every number holds `least` people. So nothing is left to be worked out by
 * subtraction: the columns add up to everybody, and the rows of one choice to everybody in the column. Of all tables that
 * are safe, the one with most numbers.
 */
export function safeTable(id: string, counted: Counted, least = BREAKDOWN_THRESHOLD): SideTable | null {
  const tables = partitions(counted.groups, least).flatMap(parts => tableOf(id, counted, parts, least) ?? []);
  const size = (table: SideTable) => table.columns.length * table.rows.length;
  return tables.sort((one, other) => size(other) - size(one))[0] ?? null;
}

type Group = Counted['groups'][number];

/** From each large group by itself to two columns: each time the smallest joins the others. */
function partitions(groups: readonly Group[], least: number): Group[][][] {
  const large = groups.filter(group => group.people >= least).sort((one, other) => other.people - one.people);
  const others = groups.filter(group => group.people > 0 && group.people < least);
  const found: Group[][][] = [];
  for (let alone = large.length; alone >= 1; alone--) {
    const together = [...large.slice(alone), ...others];
    const parts = [...large.slice(0, alone).map(group => [group]), ...(together.length > 0 ? [together] : [])];
    if (parts.length >= 2 && parts.every(part => peopleIn(part) >= least)) found.push(parts);
  }
  return found;
}

const peopleIn = (part: readonly Group[]): number => part.reduce((sum, group) => sum + group.people, 0);

function tableOf(id: string, counted: Counted, parts: Group[][], least: number): SideTable | null {
  const columns = parts.map(part => ({ groups: part.map(group => group.id), people: peopleIn(part) }));
  const options = counted.options.map(option => ({
    id: option.id,
    counts: parts.map(part =>
      part.reduce((sum, group) => sum + (option.counts[counted.groups.indexOf(group)] ?? 0), 0),
    ),
  }));
  const rows = counted.several ? separateRows(options, columns, least) : addingRows(options, columns, least);
  return rows && { id, columns, rows };
}

type Options = Counted['options'];
type Columns = { people: number }[];

/** Where several may be chosen: options that enough chose and enough did not, in every column. */
function separateRows(options: Options, columns: Columns, least: number): SideTable['rows'] | null {
  const safe = options.filter(({ counts }) =>
    counts.every((count, at) => count >= least && (columns[at]?.people ?? 0) - count >= least),
  );
  return safe.length > 0 ? safe.map(({ id, counts }) => ({ option: id, counts })) : null;
}

/** Where one is chosen: the rarest answers join the last row until it holds enough people, or nobody. */
function addingRows(options: Options, columns: Columns, least: number): SideTable['rows'] | null {
  const rarest = (list: Options) => list.reduce((low, each) => (sum(each.counts) < sum(low.counts) ? each : low));
  let shown = options.filter(({ counts }) => counts.every(count => count >= least));
  while (shown.length > 0) {
    const rest = restOf(shown, columns);
    const all = shown.length === options.length && shown.length > 1;
    const rows = shown.map(({ id, counts }) => ({ option: id, counts }));
    if (all && rest.every(count => count === 0)) return rows;
    if (rest.every(count => count >= least || (all && count === 0))) return [...rows, { option: null, counts: rest }];
    const out = rarest(shown);
    shown = shown.filter(option => option !== out);
  }
  return null;
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

const restOf = (options: Options, columns: Columns): number[] =>
  columns.map((column, at) => column.people - sum(options.map(option => option.counts[at] ?? 0)));

/**
 * The tables of a new picture. One that was shown stays until each of its numbers has moved by `least` or not at all: two
 * pictures side by side must not tell what a few in a group answered.
 */
export function steadyTables(
  before: readonly SideTable[],
  now: readonly SideTable[],
  least = BREAKDOWN_THRESHOLD,
): SideTable[] {
  const ids = [...new Set([...before, ...now].map(table => table.id))];
  return ids.flatMap(id => {
    const [was, is] = [before.find(table => table.id === id), now.find(table => table.id === id)];
    return (was && !(is && movedFar(was, is, least)) ? was : is) ?? [];
  });
}

function movedFar(was: SideTable, is: SideTable, least: number): boolean {
  const shape = ({ columns, rows }: SideTable) =>
    JSON.stringify([columns.map(column => column.groups), rows.map(row => row.option)]);
  const numbers = ({ columns, rows }: SideTable) => [
    ...columns.map(column => column.people),
    ...rows.flatMap(row => row.counts),
  ];
  const old = numbers(was);
  const moved = numbers(is).map((count, at) => Math.abs(count - (old[at] ?? 0)));
  return shape(was) === shape(is) && moved.every(by => by === 0 || by >= least);
}
