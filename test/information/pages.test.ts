import { afterAll, beforeAll, expect, test } from 'vitest';
import facts from '../../src/information/accessibility-facts.json' with { type: 'json' };
import { withContactLinks } from '../../src/web/addresses.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';

onBothDatabases('pages of information', dialect => {
  let world: World;
  beforeAll(async () => void (world = await createWorld(dialect)));
  afterAll(() => world.close());

  test.each(['/help', '/other-formats', '/privacy', '/accessibility', '/reading-settings'])('%s stands', async path => {
    const response = await world.visitor().get(path);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Working together in Brackenshire');
  });

  test.each(['/help', '/other-formats'])('%s calls and writes at a press', async path => {
    const main = (await world.visitor().read(path)).split('<main')[1]?.split('</main>')[0] ?? '';
    expect(main).toContain('<a class="nowrap" dir="ltr" href="tel:01632960123">01632 960 123</a>');
    expect(main).toContain('href="mailto:help@brackenshire.example">help@<wbr>brackenshire.<wbr>example</a>');
  });

  test('numbers that are no phone’s stay words', () => {
    for (const words of ['call 999', 'by 2026-11-22', 'A5 0', 'reference 7ZS7-X2HX', '&#39;10 000&#39;'])
      expect(withContactLinks(words)).toBe(words);
    expect(withContactLinks('Call +44 1632 960123, or 0800 1111 000.')).toBe(
      'Call <a class="nowrap" dir="ltr" href="tel:+441632960123">+44 1632 960123</a>, or <a class="nowrap" dir="ltr" href="tel:08001111000">0800 1111 000</a>.',
    );
  });

  test('the accessibility statement says what was tested, what is not good yet, and whom to ask', async () => {
    const html = await world.visitor().read('/accessibility');
    for (const words of [
      'Accessibility statement',
      'partially complies',
      `${facts.checks.toLocaleString('en-GB')} checks`,
      'within 10 working days',
      '01632 960 123',
      'help@brackenshire.example',
      'Equality and Human Rights Commission',
      'in Urdu, from right to left',
      'Tools find only a part',
    ]) {
      expect(html).toContain(words);
    }
  });

  test('reading settings are remembered on the device', async () => {
    const visitor = world.visitor();
    const page = await visitor.follow(
      visitor.post('/reading-settings', { text: 'large', space: 'wide', look: 'dark' }),
    );
    expect(await page.text()).toContain('data-text="large" data-space="wide" data-look="dark"');
    expect(await visitor.read('/help')).toContain('data-look="dark"');
  });

  test('a form from elsewhere is refused, and what was typed comes back', async () => {
    const response = await world
      .visitor()
      .post('/reading-settings', { text: 'my own words' }, { origin: 'https://elsewhere.example' });
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('my own words');
  });

  test.each([{}, { 'content-length': '1200010' }])('what is larger than any form is refused: %j', async headers => {
    const response = await world.visitor().post('/reading-settings', { text: 'x'.repeat(1_200_000) }, headers);
    expect(response.status).toBe(413);
    expect(await response.text()).toContain('That was too much at once');
  });

  test('what is no form, no page or no address is a 4xx page', async () => {
    const visitor = world.visitor();
    expect((await visitor.get('/nothing-here')).status).toBe(404);
    expect((await visitor.get('/help/%00')).status).toBe(400);
    expect((await visitor.get('/%E0%A4%A')).status).toBe(400);
    expect((await visitor.post('/help')).status).toBe(405);
    const json = await visitor.post('/reading-settings', {}, { 'content-type': 'application/json' });
    expect(json.status).toBe(415);
  });
});
