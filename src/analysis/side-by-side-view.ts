import { choices, type Question, type Translate } from '../surveys/definition.ts';
import { percentOf } from './disclosure.ts';
import type { SideTable } from './side-by-side-rules.ts';
import { NOT_ANSWERED } from './tally-rules.ts';

/** A table as its partial shows it. */
export type SideView = {
  id: string;
  ask: string;
  columns: { label: string; people: string }[];
  rows: { label: string; cells: string[] }[];
};

/** Tables in words, in the order of the questions. */
export function sideViews(tables: readonly SideTable[], questions: readonly Question[], t: Translate): SideView[] {
  return questions.flatMap(question => {
    const table = tables.find(each => each.id === question.id);
    return table ? [sideView(table, question, t)] : [];
  });
}

function sideView({ id, columns, rows }: SideTable, question: Question, t: Translate): SideView {
  const words = new Map(choices(question, t).map(choice => [choice.id, choice.words]));
  const someHidden = words.size > rows.filter(row => row.option !== null).length;
  const rest = someHidden ? 'Another answer, or none' : 'Left this out';
  return {
    id,
    ask: question.ask,
    columns: columns.map(column => ({
      label: groupWords(column.groups, columns.length, t),
      people: `${column.people} ${column.people === 1 ? 'person' : 'people'}`,
    })),
    rows: rows.map(({ option, counts }) => ({
      label: option === null ? rest : (words.get(option) ?? option),
      cells: counts.map((count, at) => cellWords(count, columns[at]?.people ?? 0)),
    })),
  };
}

// Short enough to stand side by side.
const GROUPS: Record<string, string> = {
  parent: 'Parents and carers',
  young: 'Young people',
  together: 'Families together',
  helped: 'With help',
  professional: 'Professionals',
};

const cellWords = (count: number, people: number): string => `${count} of ${people} (${percentOf(count, people)}%)`;

function groupWords(groups: readonly string[], columns: number, t: Translate): string {
  const [only] = groups;
  if (only === undefined || groups.length > 1) return 'Everyone else';
  if (only === NOT_ANSWERED) return columns === 1 ? 'Everybody' : 'Did not say';
  return GROUPS[only] ?? t(`surveys.who.${only}`);
}
