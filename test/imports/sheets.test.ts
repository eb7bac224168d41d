import fc from 'fast-check';
import { parseCsv } from 'hucre/csv';
import { describe, expect, test } from 'vitest';
import { FileRefused, NOWHERE, type Here } from '../../src/imports/import-rules.ts';
import { readImport } from '../../src/imports/read-import.ts';
import { csvOf, tableFromCsv } from '../../src/imports/sheets/csv-rules.ts';
import { COLUMNS } from '../../src/imports/sheets/column-rules.ts';
import { helpTable, tableOf, templateTable, type Table } from '../../src/imports/sheets/sheet-rules.ts';
import { workbookOf } from '../../src/imports/sheets/workbook.ts';
import type { Definition, Question } from '../../src/surveys/definition.ts';
import { everyKind, kindName } from '../../src/imports/sheets/kind-name-rules.ts';
import { tidyText } from '../../src/surveys/kinds/text.ts';

type Kind = 'xlsx' | 'ods' | 'csv';
const KINDS: Kind[] = ['xlsx', 'ods', 'csv'];

const write = async (kind: Kind, table: Table): Promise<Buffer> =>
  kind === 'csv' ? Buffer.from(csvOf(table)) : Buffer.from(await workbookOf(kind, [{ name: 'Questions', table }]));
const read = async (bytes: Uint8Array, here: Here = NOWHERE) => readImport(bytes, here);
const at = (current: Definition): Here => ({ current, used: [] });

const HARD = [
  '=1+1',
  '+44',
  '-x',
  '@SUM(A1)',
  "'=x",
  "''",
  '"q"',
  'a;b,c',
  '_x0041_',
  '_x005F_',
  '😀',
  'ŵŷ Ŵ',
  'اردو؟',
  '<b>&amp;',
  '#REF!',
  'TRUE',
  '007',
  '1e3',
  '2026-01-02',
  'sep=;',
  '\u200b',
];
const said = (most: number) =>
  fc
    .oneof(
      fc.constantFrom(...HARD),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string({ unit: 'binary', maxLength: 20 }),
    )
    .map(text => tidyText(text).slice(0, most))
    .filter(text => text !== '' && tidyText(text) === text);
const line = said(60)
  .map(text => text.replace(/\s*\n\s*/g, ' ').trim())
  .filter(text => text !== '');
const options = fc
  .uniqueArray(line, { minLength: 1, maxLength: 5 })
  .map(list => list.map((words, place) => ({ id: String.fromCharCode(97 + place), words })));
const shared = {
  ask: said(300),
  hint: said(500),
  required: fc.constant(true as const),
  important: fc.constant(true as const),
};
const asked = <T>(own: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record({ ...shared, ...own }, { requiredKeys: ['ask', ...Object.keys(own)] as never[] });
const question: fc.Arbitrary<Question> = fc.oneof(
  asked({ kind: fc.constant('choose-one' as const), options }),
  asked({
    kind: fc.constant('choose-many' as const),
    options,
    none: fc.constant(true as const),
    atMost: fc.integer({ min: 2, max: 60 }),
  }),
  asked({
    kind: fc.constant('items' as const),
    options,
    points: fc.tuple(line, line, line, line, line).map(list => [...list]),
  }),
  asked({ kind: fc.constant('top-three' as const), options }),
  asked({ kind: fc.constant('long-text' as const), limit: fc.integer({ min: 1, max: 10_000 }) }),
  asked({ kind: fc.constant('number' as const), unit: said(30), min: fc.constant(0), bins: fc.constant([5, 10]) }),
  asked({
    kind: fc.constant('date' as const),
    bins: fc.constantFrom('month' as const, 'year' as const),
    min: fc.constant('2026-01-02'),
  }),
  asked({
    kind: fc.constant('who-is-answering' as const),
    options: fc.constant(['parent', 'young'] as const).map(list => [...list]),
  }),
  fc.record({ kind: fc.constant('information' as const), ask: said(300), body: said(2_000) }),
) as unknown as fc.Arbitrary<Question>;
const survey: fc.Arbitrary<Definition> = fc
  .uniqueArray(question, {
    minLength: 1,
    maxLength: 6,
    selector: each => (each.kind === 'who-is-answering' ? 'who' : Math.random()),
  })
  .map(list => ({ format: 1, questions: list.map((each, place) => ({ ...each, id: `q${place + 1}` })) }));

describe.each(KINDS)('%s', kind => {
  test('keeps every character there and back, in a new survey and in the one that it came from', async () => {
    await fc.assert(
      fc.asyncProperty(survey, async definition => {
        const bytes = await write(kind, tableOf(definition));
        const fresh = await read(bytes);
        expect(fresh.definition).toEqual(JSON.parse(JSON.stringify(definition)));
        expect(fresh.left).toEqual([]);
        expect((await read(bytes, at(definition))).definition).toEqual(JSON.parse(JSON.stringify(definition)));
      }),
      { numRuns: kind === 'csv' ? 500 : 100 },
    );
  });

  test('the template says what to do, and brings nothing until it is filled in', async () => {
    const table = templateTable();
    await expect(read(await write(kind, table))).rejects.toThrow('no questions in this file');
    const example = [...(table[1] ?? [])];
    expect(table[0]?.[0], 'its notes come first').toBe('Notes (not read)');
    expect(table.map(row => row[0]).join()).toContain('‘How people feel, with faces’');
    example[2] = 'Which days suit you?';
    const { definition, left } = await read(await write(kind, [...table.slice(0, 1), example, ...table.slice(2)]));
    expect(definition.questions).toMatchObject([
      { kind: 'choose-one', ask: 'Which days suit you?', important: true, notSure: true },
    ]);
    expect(left).toEqual([]);
  });
});

/** A table from rows that name their columns. */
const rows = (...list: Record<string, string>[]): Table => {
  const headings = COLUMNS.map(column => column.heading);
  const more = list.flatMap(each => Object.keys(each)).filter(name => !headings.includes(name));
  const all = [...headings, ...new Set(more)];
  return [all, ...list.map(each => all.map(name => each[name] ?? ''))];
};
const problemsOf = async (table: Table, here?: Here): Promise<readonly string[]> =>
  read(await write('csv', table), here).then(
    () => [],
    (error: unknown) => {
      if (error instanceof FileRefused) return error.problems;
      throw error;
    },
  );

test('every problem is named by its row and column', async () => {
  const problems = await problemsOf(
    rows(
      { Kind: 'grid', Question: 'What?' },
      { Kind: 'Choose one', Question: 'Which?', Answers: 'One\nTwo' },
      {},
      { Kind: 'number', Question: 'How many?', Lowest: 'few', 'Must be answered': 'maybe' },
      { Question: 'Of which kind?' },
      { Kind: 'agreement', Question: 'Good?', 'Points of the scale': 'Yes\nNo' },
      { Kind: 'long-text', Question: 'x'.repeat(301) },
    ),
  );
  expect(problems).toEqual([
    'Row 2, ‘Kind’: There is no kind ‘grid’.',
    'Row 5, ‘Must be answered’: Write yes, or leave it empty.',
    'Row 5, ‘Lowest’: Write a whole number, or leave it empty.',
    'Row 6, ‘Kind’: Say which kind of question it is.',
    'Row 7, ‘Points of the scale’: Write five lines, or none.',
    'Row 8, ‘Question’: Keep this to 300 characters.',
    expect.stringMatching(/^The kinds are ‘Choose one’, .*‘Who is answering’\.$/),
  ]);
});

test.each(everyKind)('%s is known by the name that the builder gives it, and by its own', async kind => {
  const options = kind === 'items' || kind === 'pictures' ? { Answers: 'One\nTwo' } : {};
  for (const Kind of [kind, kindName(kind), ` ${kindName(kind).toUpperCase()} `]) {
    const { definition } = await read(
      await write('csv', rows({ Kind, Question: 'Which?', 'Text to read': '', ...options })),
    );
    expect(definition.questions[0]?.kind).toBe(kind);
  }
});

test('what has no place is listed, and nothing goes in silence', async () => {
  const table = rows(
    { Kind: 'long-text', Question: 'Why?', Answers: 'One\nTwo', Owner: 'Sam' },
    { Kind: 'short-text', Question: 'Who?', 'Notes (not read)': 'for Sam' },
  );
  const { left, definition } = await read(await write('csv', table));
  expect(left.map(({ where, what }) => `${where}: ${what}`)).toEqual([
    'Column ‘Owner’: what stands in it (rows 2)',
    'Row 2, ‘Answers’: ‘One’, which a question of the kind ‘Words over several lines’ has no use for',
  ]);
  expect(definition.questions).toHaveLength(2);
});

test('an edited row keeps what a row has no room for; what is not in the file any more is named', async () => {
  const current: Definition = {
    format: 1,
    editions: { cy: {} },
    questions: [
      {
        id: 'q1',
        kind: 'choose-one',
        ask: 'Which?',
        options: [
          { id: 'x', words: 'One' },
          { id: 'y', words: 'Two' },
        ],
        editions: { cy: { ask: 'Pa un?' } },
        next: [
          { when: { q: 'q1', anyOf: ['x'] }, to: 'q2' },
          { when: { q: 'q1', anyOf: ['y'] }, to: 'end' },
        ],
      },
      { id: 'q2', kind: 'long-text', ask: 'Why?' },
      { id: 'q3', kind: 'long-text', ask: 'How?' },
    ],
  };
  const table = tableOf(current).slice(0, 3);
  const first = table[1] ?? [];
  table[1] = first.map(cell => (cell === 'Which?' ? 'Which one?' : cell === 'One\nTwo' ? 'Three\nOne' : cell));
  const { definition, left } = await read(await write('xlsx', table), at(current));
  expect(definition).toEqual({
    ...current,
    questions: [
      {
        ...current.questions[0],
        ask: 'Which one?',
        options: [
          { id: 'z', words: 'Three' },
          { id: 'x', words: 'One' },
        ].map(option => (option.words === 'Three' ? { ...option, id: expect.any(String) as string } : option)),
        next: [{ when: { q: 'q1', anyOf: ['x'] }, to: 'q2' }],
      },
      current.questions[1],
    ],
  });
  expect(left.map(({ where, what }) => `${where}: ${what}`)).toEqual([
    'Question 1: a rule that names what is not there any more',
  ]);
});

test('a new question takes no id that answers were counted under', async () => {
  const bytes = await write('csv', rows({ Kind: 'long-text', Question: 'Why?' }));
  expect((await read(bytes, { current: null, used: ['q7'] })).definition.questions[0]?.id).toBe('q8');
  const twice = rows(
    { Kind: 'long-text', Question: 'Why?', Id: 'q1' },
    { Kind: 'long-text', Question: 'Who?', Id: 'q1' },
  );
  expect(await problemsOf(twice)).toEqual(['Row 3, ‘Id’: q1 is there twice. Leave it empty in the new one.']);
  const turned = rows(
    { Kind: 'long-text', Question: 'Why?', Id: 'q2' },
    { Kind: 'long-text', Question: 'Who?', Id: 'q1' },
  );
  expect(await problemsOf(turned)).toEqual([]);
});

test.each([
  ['semicolons', (text: string) => Buffer.from(text.replaceAll(',', ';'))],
  ['UTF-16 from Excel, with tabs', (text: string) => Buffer.from(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf16le')],
  ['a line that names the separator', (text: string) => Buffer.from(`sep=;\r\n${text.replaceAll(',', ';')}`)],
  ['old Windows letters', (text: string) => Buffer.from(text, 'latin1')],
  ['line ends of old Macs', (text: string) => Buffer.from(text.replaceAll('\r\n', '\r'))],
])('CSV with %s is read', async (_, change) => {
  const text = 'Kind,Question,Hint\r\nlong-text,"Café? ""Why""?",\r\n';
  const { definition } = await read(change(text));
  expect(definition.questions).toEqual([{ id: 'q1', kind: 'long-text', ask: 'Café? "Why"?' }]);
});

test('no cell of a CSV can be taken for a formula', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.array(fc.oneof(fc.constantFrom(...HARD, '\tx', "'-"), fc.string({ unit: 'grapheme' })).map(tidyText), {
          minLength: 2,
          maxLength: 3,
        }),
        { minLength: 1 },
      ),
      table => {
        const text = csvOf(table);
        const seen = parseCsv(text, { delimiter: ',' }).flat().map(String);
        expect(seen.filter(cell => /^[=+\-@\t]/.test(cell))).toEqual([]);
        expect(tableFromCsv(text, () => false)).toEqual(table);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('a workbook says nothing but words', async () => {
  const help = await workbookOf('xlsx', [
    { name: 'Questions', table: [['=1+1']] },
    { name: 'Kinds', table: helpTable() },
  ]);
  expect(help.byteLength).toBeLessThan(30_000);
});
