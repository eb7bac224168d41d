import type { editions } from '../words/editions.ts';
import type { FigureView } from './board-view.ts';
import { percentOf } from './disclosure.ts';
import type { TallyRow } from './tally-rules.ts';
import { ANSWERED } from './tally-rules.ts';

const EDITIONS: Record<(typeof editions)[number], string> = {
  plain: 'Plain English',
  easy: 'Easy Read',
  child: 'Words for children',
  bsl: 'British Sign Language',
  audio: 'Audio',
  cy: 'Welsh',
  pl: 'Polish',
  ur: 'Urdu',
};

const CHANNELS: Record<string, string> = {
  online: 'Online',
  paper: 'On paper',
  phone: 'By phone',
  event: 'At an event',
  'in-person': 'In person',
};

/** In which editions people answered, and how their answers came; for the team alone. One way for all is not shown. */
export const waysOfAnswering = (tallies: readonly TallyRow[]): FigureView[] =>
  [
    {
      id: 'editions',
      ask: 'Which version people read',
      labelHeading: 'Version',
      dimension: 'version',
      names: EDITIONS,
    },
    { id: 'channels', ask: 'How answers came', labelHeading: 'Way', dimension: 'channel', names: CHANNELS },
  ].flatMap(({ dimension, names, ...figure }) => {
    const found = tallies.filter(row => row.dimension === dimension && row.question === '' && row.option === ANSWERED);
    return found.length < 2 ? [] : [{ ...figure, ...rowsOf(found, names), note: '' }];
  });

function rowsOf(found: readonly TallyRow[], names: Record<string, string>): Pick<FigureView, 'finding' | 'rows'> {
  const people = found.reduce((sum, row) => sum + row.count, 0);
  const order = Object.keys(names);
  const rows = found
    .toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value))
    .map(({ value, count }) => ({
      label: names[value] ?? value,
      count,
      share: count / people,
      text: `${count} (${percentOf(count, people)}%)`,
    }));
  const parts = rows.map(({ label, count }) => `${label} ${count}`);
  return { finding: `${parts.join(', ')}: all are counted together.`, rows };
}
