import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { safeTable, steadyTables, type Counted, type SideTable } from '../../src/analysis/side-by-side-rules.ts';
import { renewSnapshots } from '../../src/analysis/snapshots.ts';
import type { Answers } from '../../src/surveys/kinds/kind.ts';
import { openConsultation, type Officer, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';
import { many, sendAll } from './sent.ts';

onBothDatabases('groups side by side', dialect => {
  let world: World;
  let officer: Officer;
  let of: Planned;
  beforeEach(async () => {
    world = await createWorld(dialect, '2026-11-22');
    officer = await world.signIn('officer');
    of = await openConsultation(world, officer, { closes_on: '2026-12-14' });
  });
  afterEach(() => world.close());

  // 30 parents (20 easy, 10 hard), 24 who work with families (12 and 12), 3 young people (all hard).
  const answers = many(57, (at): Answers => {
    if (at < 30) return { q1: 'parent', q2: at < 20 ? 'a' : 'b', q4: null };
    if (at < 54) return { q1: 'professional', q2: at < 42 ? 'a' : 'b', q4: null };
    return { q1: 'young', q2: 'b', q4: null };
  });

  test('K16 the team sees each group beside the others, as it answered, weighed by nothing', async () => {
    await sendAll(world, of, answers);
    const table = tableOf(await officer.read(`/desk/consultations/${of.id}/answers`), 'q2');
    expect(table.head).toEqual(['Answer', 'Parents and carers', 'Professionals', 'Young people']);
    expect(table.rows).toContainEqual(['Easy', '20 of 30 (67%)', '12 of 24 (50%)', '0 of 3 (0%)']);
    expect(table.rows).toContainEqual(['Hard', '10 of 30 (33%)', '12 of 24 (50%)', '3 of 3 (100%)']);
  });

  test('K16 K08 on the board small groups stand together, and nothing shows while it is open', async () => {
    const reader = await world.signIn('board member');
    await sendAll(world, of, answers);
    await renewSnapshots(world.deps);
    expect(await reader.read(`/board/${of.slug}`)).not.toContain('Side by side');
    world.setNow('2026-12-16');
    await renewSnapshots(world.deps);
    const page = await reader.read(`/board/${of.slug}`);
    const table = tableOf(page, 'q2');
    expect(table.head).toEqual(['Answer', 'Parents and carers', 'Everyone else']);
    expect(table.rows).toEqual([
      ['Easy', '20 of 30 (67%)', '12 of 27 (44%)'],
      ['Another answer, or none', '10 of 30 (33%)', '15 of 27 (56%)'],
    ]);
    expect(page).not.toContain('3 of 3');
    expect(page).not.toContain('12 of 24');
  });
});

/** The texts of one table of the page: its head, and its rows. */
function tableOf(page: string, id: string): { head: string[]; rows: string[][] } {
  const start = page.indexOf(`<caption id="side-${id}"`);
  const table = start < 0 ? '' : page.slice(start, page.indexOf('</table>', start));
  const rows = [...table.matchAll(/<tr>([^]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>([^<]*)</g)].map(([, text = '']) => text.trim()),
  );
  const [head = [], ...others] = rows;
  return { head, rows: others };
}

describe('K08 what a table side by side gives away', () => {
  const groupsOf = (sizes: readonly number[]) => sizes.map((people, at) => ({ id: `g${at}`, people }));

  test('an example: small groups join, rare answers join those who left it out', () => {
    const counted = {
      groups: groupsOf([50, 30, 4]),
      options: [
        { id: 'a', counts: [30, 12, 1] },
        { id: 'b', counts: [15, 10, 3] },
        { id: 'c', counts: [2, 6, 0] },
      ],
      several: false,
    };
    expect(safeTable('q', counted)).toEqual({
      id: 'q',
      columns: [
        { groups: ['g0'], people: 50 },
        { groups: ['g1', 'g2'], people: 34 },
      ],
      rows: [
        { option: 'a', counts: [30, 13] },
        { option: null, counts: [20, 21] },
      ],
    });
  });

  test('one group, or too few people, is no table', () => {
    const one = { groups: groupsOf([80]), options: [{ id: 'a', counts: [40] }], several: false };
    expect(safeTable('q', one)).toBeNull();
    const few = { groups: groupsOf([9, 9]), options: [{ id: 'a', counts: [9, 9] }], several: false };
    expect(safeTable('q', few)).toBeNull();
  });

  const table = (groups: number, options: number, several: boolean) =>
    fc
      .array(
        fc.record({
          chosen: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: options, maxLength: options }),
          none: fc.integer({ min: 0, max: 2 }),
        }),
        { minLength: groups, maxLength: groups },
      )
      .map((columns): Counted => {
        const total = (list: number[]) => list.reduce((a, b) => a + b, 0);
        const sizes = columns.map(({ chosen, none }) => (several ? Math.max(...chosen) : total(chosen)) + none);
        const option = (at: number) => ({ id: `o${at}`, counts: columns.map(column => column.chosen[at] ?? 0) });
        return { groups: groupsOf(sizes), options: Array.from({ length: options }, (_, at) => option(at)), several };
      });

  test('no number below the threshold stands in a table, and the columns hold everybody once', () => {
    fc.assert(
      fc.property(fc.oneof(table(4, 3, false), table(4, 3, true)), counted => {
        const safe = safeTable('q', counted, 2);
        if (!safe) return;
        const groups = counted.groups.filter(group => group.people > 0).map(group => group.id);
        expect(safe.columns.flatMap(column => column.groups).toSorted()).toEqual(groups.toSorted());
        for (const { option, counts } of safe.rows) {
          for (const count of counts) expect(count >= 2 || (option === null && count === 0)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  // Somebody who knows the size of each group, the totals where they are shown, and the table: every way in which people
  // may have answered that fits all of it is tried. A small number is safe when another way has another number there.
  test('K16 where one answer is chosen, no small number can be worked out from all that is shown', () => {
    let shown = 0;
    fc.assert(
      fc.property(fc.oneof(table(3, 2, false), table(2, 3, false)), counted => {
        const safe = safeTable('q', counted, 2);
        if (!safe) return;
        shown++;
        const truth = matrixOf(counted);
        const others = consistent(counted, safe, truth);
        truth.forEach((column, g) =>
          column.slice(0, -1).forEach((count, o) => {
            if (count >= 2 || counted.groups[g]?.people === 0) return;
            expect(others.some(other => other[g]?.[o] !== count)).toBe(true);
          }),
        );
      }),
      { numRuns: 600 },
    );
    expect(shown).toBeGreaterThan(100);
  });

  test('K16 where several may be chosen, nor can it', () => {
    let shown = 0;
    fc.assert(
      fc.property(table(3, 2, true), counted => {
        const safe = safeTable('q', counted, 2);
        if (!safe) return;
        shown++;
        counted.options.forEach(({ id, counts }) => {
          const row = safe.rows.find(each => each.option === id);
          const total = counts.reduce((a, b) => a + b, 0);
          const people = counted.groups.reduce((a, group) => a + group.people, 0);
          const totalShown = total >= 2 && people - total >= 2;
          const fits = product(counted.groups.map(group => range(group.people))).filter(
            way =>
              (!totalShown || way.reduce((a, b) => a + b, 0) === total) &&
              (!row || safe.columns.every((column, at) => inColumn(counted, column, way) === row.counts[at])),
          );
          counts.forEach((count, g) => {
            if (count >= 2 || counted.groups[g]?.people === 0) return;
            expect(fits.some(way => way[g] !== count)).toBe(true);
          });
        });
      }),
      { numRuns: 600 },
    );
    expect(shown).toBeGreaterThan(30);
  });

  test('a table that was shown stays until all its numbers move by enough or not at all', () => {
    const small = (people: number, count: number): SideTable => ({
      id: 'q',
      columns: [
        { groups: ['a'], people },
        { groups: ['b'], people: 40 },
      ],
      rows: [
        { option: 'x', counts: [count, 20] },
        { option: null, counts: [people - count, 20] },
      ],
    });
    expect(steadyTables([small(40, 20)], [small(50, 29)])).toEqual([small(40, 20)]);
    expect(steadyTables([small(40, 20)], [small(50, 30)])).toEqual([small(50, 30)]);
    expect(steadyTables([small(40, 20)], [])).toEqual([small(40, 20)]);
    expect(steadyTables([], [small(40, 20)])).toEqual([small(40, 20)]);
  });
});

const range = (most: number): number[] => Array.from({ length: most + 1 }, (_, n) => n);

const product = (lists: number[][]): number[][] =>
  lists.reduce<number[][]>((all, list) => all.flatMap(way => list.map(each => [...way, each])), [[]]);

const inColumn = ({ groups }: Counted, column: SideTable['columns'][number], way: readonly number[]): number =>
  groups.reduce((sum, group, g) => sum + (column.groups.includes(group.id) ? (way[g] ?? 0) : 0), 0);

/** A column a group: how many chose each option, and how many none. */
const matrixOf = ({ groups, options }: Counted): number[][] =>
  groups.map((group, g) => {
    const chosen = options.map(option => option.counts[g] ?? 0);
    return [...chosen, group.people - chosen.reduce((a, b) => a + b, 0)];
  });

/** Every matrix with these group sizes that shows the same table, and the same totals where the totals are shown. */
function consistent(counted: Counted, safe: SideTable, truth: readonly number[][]): number[][][] {
  const parts = counted.options.length + 1;
  const totals = (matrix: readonly number[][]) => range(parts - 1).map(o => matrix.reduce((sum, column) => sum + (column[o] ?? 0), 0)); // prettier-ignore
  const [none, all] = [totals(truth).at(-1) ?? 0, totals(truth).slice(0, -1)];
  const base = all.reduce((a, b) => a + b, 0);
  const totalsShown = (none === 0 || none >= 2) && all.every(total => total >= 2 && base - total >= 2);
  const tableFrom = (matrix: readonly number[][]) =>
    safe.rows
      .filter(row => row.option !== null)
      .map(row => {
        const o = counted.options.findIndex(option => option.id === row.option);
        const way = matrix.map(column => column[o] ?? 0);
        return safe.columns.map(column => inColumn(counted, column, way));
      })
      .join('|');
  const [wantedTable, wantedTotals] = [tableFrom(truth), totals(truth).join()];
  return counted.groups
    .map(group => splits(group.people, parts))
    .reduce<number[][][]>((ways, own) => ways.flatMap(way => own.map(each => [...way, each])), [[]])
    .filter(way => tableFrom(way) === wantedTable && (!totalsShown || totals(way).join() === wantedTotals));
}

/** Every way to part so many people. */
function splits(people: number, parts: number): number[][] {
  if (parts === 1) return [[people]];
  return range(people).flatMap(first => splits(people - first, parts - 1).map(others => [first, ...others]));
}
