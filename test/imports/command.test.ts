import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onBothDatabases } from '../support/databases.ts';
import { usualSurvey } from '../support/consultations.ts';
import { createWorld, type World } from '../support/world.ts';
import { runImport } from '../../src/imports/run.ts';
import { readDefinition } from '../../src/surveys/definition.ts';
import { lssSurveyOf } from './lss-fixture.ts';

onBothDatabases('the import command', dialect => {
  let world: World;
  let folder: string;
  let email: string;
  beforeAll(async () => {
    world = await createWorld(dialect);
    folder = await mkdtemp(join(tmpdir(), 'said-and-done-import-'));
    const officer = await world.signIn('officer');
    await world.signIn('administrator');
    const row = await world.db.read.selectFrom('people').select('email').where('id', '=', officer.personId);
    email = (await row.executeTakeFirstOrThrow()).email;
    await writeFile(
      join(folder, 'theirs.lss'),
      lssSurveyOf([{ code: 'Q1', type: 'L', options: ['A', 'B'], other: 'Y' }]),
    );
    await writeFile(join(folder, 'ours.json'), JSON.stringify(usualSurvey));
  });
  afterAll(async () => {
    await world?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function run(...args: string[]): Promise<{ isMade: boolean; lines: string[] }> {
    const lines: string[] = [];
    const { db, deps } = world;
    const print = (line: string) => void lines.push(line);
    return { isMade: await runImport({ db, config: deps.config, now: deps.now, print, folder }, args), lines };
  }
  const definitions = async () => {
    const rows = await world.db.read.selectFrom('survey_versions').select(['definition', 'published_at']).execute();
    return rows.map(row => readDefinition(row.definition));
  };

  test('lists what is left, and makes a planned consultation of the rest', async () => {
    const { isMade, lines } = await run('theirs.lss', '--as', email.toUpperCase());
    expect(isMade).toBe(true);
    expect(lines).toContain('- Questions: 1 found, all came');
    expect(lines.join('\n')).toMatch(
      /^\d\. Question Q1 ‘Q1’: the box to write in beside ‘Other’\. Add a question to answer in words after it\.$/m,
    );
    const [, id = ''] = /desk\/consultations\/([^/]+)\/survey$/.exec(lines.at(-1) ?? '') ?? [];
    const made = await world.db.read.selectFrom('consultations').selectAll().where('id', '=', id).executeTakeFirst();
    expect(made).toMatchObject({ title: 'Short breaks', key_contact_email: email });
    expect((await definitions()).map(each => each.questions.length)).toEqual([1]);
  });

  test('a definition of our own is called what its file is called', async () => {
    const { lines } = await run('ours.json', '--as', email);
    expect(lines[0]).toBe('All of it is carried over.');
    expect(lines.at(-2)).toMatch(/^Made ‘ours’ for /);
    expect(await definitions()).toContainEqual(usualSurvey);
  });

  test.each([
    [['theirs.lss'], /Say whose consultation it will be/],
    [['theirs.lss', '--as', 'nobody@brackenshire.example'], /No officer or administrator/],
    [['theirs.lss', '--as'], /Use it so/],
    [[], /Use it so/],
    [['missing.lss'], /can’t be opened/],
    [['.'], /can’t be opened/],
  ])('%j saves nothing and says why', async (args, message) => {
    const before = (await definitions()).length;
    const { isMade, lines } = await run(...args);
    expect([isMade, lines.at(-1)]).toEqual([false, 'Nothing was saved.']);
    expect(lines.join('\n')).toMatch(message);
    expect((await definitions()).length).toBe(before);
  });

  test('a file that is refused saves nothing', async () => {
    await writeFile(join(folder, 'wrong.lss'), '<!DOCTYPE a><a/>');
    await writeFile(join(folder, 'large.lss'), Buffer.alloc(11 * 1024 * 1024, '<'));
    const before = (await definitions()).length;
    expect((await run('wrong.lss', '--as', email)).lines.join(' ')).toMatch(/DOCTYPE.*Nothing was saved/);
    expect((await run('large.lss', '--as', email)).lines.join(' ')).toMatch(/larger than 10 MB.*Nothing was saved/);
    expect((await definitions()).length).toBe(before);
  });
});
