import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, inject, test } from 'vitest';
import type { Facts } from '../src/information/accessibility.ts';
import { kindsOf } from './pages/kinds.ts';
import { inEveryMode, modeNames } from './pages/modes.ts';
import { table } from './pages/rows.ts';
import { readLooks } from './support/looks.ts';
import { createWorld } from './support/world.ts';

// Run after all others: the accessibility statement says what these tests hold, and on which day all of it last held.

const FILE = join(import.meta.dirname, '../src/information/accessibility-facts.json');
const facts = JSON.parse(readFileSync(FILE, 'utf8')) as Facts;

test('the accessibility statement speaks of the rows, the modes and the kinds of pages that are tested', async () => {
  const world = await createWorld('sqlite');
  const { rows, modes, kinds } = facts;
  expect({ rows, modes, kinds }).toEqual({ rows: table, modes: modeNames, kinds: kindsOf(world.routes) });
  await world.close();
});

/** What a whole run in every mode writes down when nothing was wrong. */
test.runIf(inEveryMode)('every page and every form was good in every mode, and the statement has the day', async () => {
  const passed = readFileSync(inject('record'), 'utf8').split('\n');
  for (const each of ['every page was good in every mode', 'every form was good in every mode']) {
    expect(passed).toContain(each);
  }
  const looks = readLooks(inject('looks'));
  const pages = new Set(looks.map(look => look.page)).size;
  const checkedOn = Temporal.Now.plainDateISO('Europe/London').toString();
  const checks = looks.reduce((sum, look) => sum + look.rows, 0);
  const text = JSON.stringify({ ...facts, checkedOn, pages, checks });
  writeFileSync(FILE, await format(text, { ...(await resolveConfig(FILE)), filepath: FILE }));
});
