import { afterAll, beforeAll, expect, test } from 'vitest';
import { readingCookie } from '../../src/web/reading.ts';
import { loadMessages } from '../../src/words/catalogue.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';

const ENGLISH = 'No native speaker has checked this translation yet.';

onBothDatabases('a translation that nobody has checked', dialect => {
  let world: World;
  beforeAll(async () => void (world = await createWorld(dialect)));
  afterAll(() => world.close());

  const read = (edition: string, path: string) => {
    const visitor = world.visitor();
    visitor.cookies.set(readingCookie, { value: `normal.normal.paper.${edition}`, path: '/' });
    return visitor.read(path);
  };

  test.each(['cy', 'pl', 'ur'])('says so on every page, in its own words and in English: %s', async language => {
    for (const path of ['/', '/help', '/reading-settings', '/nothing-here']) {
      const page = await read(language, path);
      expect(page, path).toContain(loadMessages(language)['web.unchecked']);
      expect(page, path).toContain(ENGLISH);
    }
  });

  test('is no matter of pages in English', async () => {
    expect(await read('plain', '/')).not.toContain(ENGLISH);
    expect(await read('easy', '/')).not.toContain(ENGLISH);
  });

  test('says so until an administrator records who checked it, and again when that is taken back', async () => {
    const administrator = await world.signIn('administrator');
    const record = { language: 'pl', checkedBy: 'Ewa Example, parent carer' };
    const page = await administrator.follow(administrator.post('/admin/languages/checks', record));
    expect(await page.text()).toContain('Checked by Ewa Example, parent carer.');
    expect(await read('pl', '/help')).not.toContain(ENGLISH);
    expect(await read('ur', '/help')).toContain(ENGLISH);
    await administrator.post('/admin/languages/checks/removal', { language: 'pl' });
    expect(await read('pl', '/help')).toContain(ENGLISH);
    const acts = await world.db.read.selectFrom('audit').select('act').where('subject_id', '=', 'pl').execute();
    expect(acts.map(each => each.act).sort()).toEqual(['record language check', 'take back language check']);
  });

  test('is checked by somebody with a name, in a language that there is', async () => {
    const administrator = await world.signIn('administrator');
    const unnamed = await administrator.post('/admin/languages/checks', { language: 'cy', checkedBy: ' ' });
    expect(unnamed.status).toBe(422);
    expect(await unnamed.text()).toContain('Enter who checked it.');
    const unknown = await administrator.post('/admin/languages/checks', { language: 'xx', checkedBy: 'Sam Example' });
    expect(unknown.status).toBe(422);
    expect(await unknown.text()).toContain('value="Sam Example"');
    expect((await administrator.post('/admin/languages/checks/removal', { language: 'cy' })).status).toBe(404);
  });

  test('is for administrators to record', async () => {
    const officer = await world.signIn('officer');
    const answer = await officer.post('/admin/languages/checks', { language: 'cy', checkedBy: 'Sam Example' });
    expect(answer.status).toBe(403);
    expect(await read('cy', '/help')).toContain(ENGLISH);
  });
});
