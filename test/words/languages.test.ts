import { afterAll, beforeAll, expect, test } from 'vitest';
import { readingCookie } from '../../src/web/reading.ts';
import type { Edition } from '../../src/words/editions.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';

onBothDatabases('the language of a page', dialect => {
  let world: World;
  beforeAll(async () => void (world = await createWorld(dialect)));
  afterAll(() => world.close());

  const reader = (edition: Edition) => {
    const visitor = world.visitor();
    visitor.cookies.set(readingCookie, { value: `normal.normal.paper.${edition}`, path: '/' });
    return visitor;
  };

  test.each([
    ['ur', 'lang="ur" dir="rtl"'],
    ['cy', 'lang="cy" dir="ltr"'],
    ['pl', 'lang="pl" dir="ltr"'],
    ['easy', 'lang="en" dir="ltr"'],
    ['plain', 'lang="en" dir="ltr"'],
  ] as const)('follows the edition that its reader chose: %s', async (edition, attributes) => {
    for (const path of ['/', '/consultations', '/you-said-we-did', '/help', '/reading-settings', '/nothing-here']) {
      expect(await reader(edition).read(path), path).toContain(`<html ${attributes}`);
    }
  });

  test('marks what the partnership wrote as English', async () => {
    expect(await reader('ur').read('/')).toContain('<span lang="en" dir="ltr">Tell us what works');
    expect(await reader('plain').read('/')).not.toContain('<span lang');
  });

  test('staff work in English, whatever their device is set to', async () => {
    const officer = await world.signIn('administrator');
    officer.cookies.set(readingCookie, { value: 'normal.normal.paper.ur', path: '/' });
    for (const path of ['/desk', '/board', '/admin', '/admin/people']) {
      expect(await officer.read(path), path).toContain('<html lang="en" dir="ltr"');
    }
  });
});
