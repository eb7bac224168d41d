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
    expect(await reader('ur').read('/privacy')).toContain('<span lang="en" dir="ltr">Brackenshire County Council');
    expect(await reader('plain').read('/privacy')).not.toContain('<span lang');
  });

  test('puts no English into the sentence that the start page begins with', async () => {
    expect(await reader('ur').read('/')).not.toContain('Tell us what works');
    expect(await reader('plain').read('/')).toContain('Tell us what works');
  });

  test('staff work in English, whatever their device is set to', async () => {
    const officer = await world.signIn('administrator');
    officer.cookies.set(readingCookie, { value: 'normal.normal.paper.ur', path: '/' });
    for (const path of ['/desk', '/board', '/admin', '/admin/people']) {
      expect(await officer.read(path), path).toContain('<html lang="en" dir="ltr"');
    }
  });

  test('is chosen by one button on every page, which leads back to where one was', async () => {
    const visitor = world.visitor();
    expect(await visitor.read('/help')).toContain(
      '<button class="link-button" type="submit" name="language" value="ur"',
    );
    const answer = await visitor.post('/language', { language: 'ur', back: '/help' });
    expect(answer.headers.get('location')).toBe('/help');
    expect(await visitor.read('/help')).toContain('<html lang="ur" dir="rtl"');
    await visitor.post('/language', { language: 'en', back: '/help' });
    expect(await visitor.read('/help')).toContain('<html lang="en" dir="ltr"');
  });

  test.each(['//elsewhere.example', 'https://elsewhere.example', ''])('leads nowhere else: %j', async back => {
    const answer = await world.visitor().post('/language', { language: 'cy', back });
    expect(answer.headers.get('location')).toBe('/');
  });

  test('stays when other reading settings change, and they stay when it does', async () => {
    const visitor = world.visitor();
    await visitor.post('/language', { language: 'ur', back: '/' });
    await visitor.post('/reading-settings', { text: 'large', space: 'wide', look: 'dark' });
    expect(await visitor.read('/help')).toContain('<html lang="ur" dir="rtl" data-text="large" data-space="wide"');
    await visitor.post('/language', { language: 'pl', back: '/' });
    expect(await visitor.read('/help')).toContain('<html lang="pl" dir="ltr" data-text="large" data-space="wide"');
    await visitor.post('/reading-settings', { edition: 'plain' });
    expect(await visitor.read('/help')).toContain('<html lang="en" dir="ltr" data-text="large" data-space="wide"');
  });

  test('a page that could not take a form leads back to the page that the form was on', async () => {
    const visitor = world.visitor();
    const refused = await visitor.post('/help', {}, { referer: 'http://localhost:3000/other-formats' });
    expect(refused.status).toBe(405);
    expect(await refused.text()).toContain('name="back" value="/other-formats"');
  });
});
