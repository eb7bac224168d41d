import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MailPart } from '../../src/mail/parts.ts';
import { movedLetter } from '../../src/consultations/moved-letter.ts';
import { renderMail } from '../../src/mail/render.ts';
import { createSay } from '../../src/words/catalogue.ts';
import { axeFindings } from '../support/axe.ts';
import { startChromium } from '../support/chromium.ts';
import { htmlErrors } from '../support/html.ts';

const site = {
  name: 'Working together in Brackenshire',
  strongColour: '#0b5c5e',
  helpLine: '01632 960 123 (Monday to Friday, 9am to 5pm)',
  helpEmail: 'help@brackenshire.example',
};
const moved = movedLetter(
  {
    title: 'Short breaks <what> & why?',
    move: { which: 'closes_on', was: '2026-12-14', now: '2026-12-18', reason: 'Two schools asked for more time.' },
    stations: [{ state: 'to-come', label: 'Closes', date: '18 December' }],
    today: '2026-11-22',
    pageHref: 'https://consult.example/consultations/short-breaks',
    stopHref: 'https://consult.example/news/stop/one/two',
  },
  createSay('plain'),
);
const lines: MailPart[] = [
  { paragraph: 'Thank you for taking part.\nWe have read every answer.' },
  { heading: 'What happens next' },
  { list: ['Closed: 14 December 2026', 'Reply: 30 December 2026', 'What we decide: 1 March 2027'] },
  { link: { text: 'Read the page', href: 'https://consult.example/you-said-we-did/short-breaks' } },
  { paragraph: 'A word with <b>signs</b> & "quotes".' },
];
const { html, text } = renderMail({ subject: 'We have read your answers', lines }, site);
const each = { 'every kind of part': html, 'a moved date': renderMail(moved, site).html };

let browser: Browser;
beforeAll(async () => void (browser = await startChromium()));
afterAll(() => browser?.close());

test.each(Object.entries(each).flatMap(([name, part]) => [320, 1280].map(width => ({ name, part, width }))))(
  'the HTML part of $name has no fault that axe knows at $width px, and nothing scrolls sideways',
  async ({ part, width }) => {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', request => void asked.push(request.url()));
    await page.setContent(part);
    expect(await axeFindings(page)).toEqual([]);
    const sideways = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
    expect(await page.evaluate(sideways)).toBe(false);
    expect(asked).toEqual([]);
    await context.close();
  },
);

test.each(Object.entries(each))('the HTML part of %s is valid', async (_, part) => {
  // Mail programs drop everything but styles in the line itself.
  expect((await htmlErrors(part)).filter(line => !line.includes('no-inline-style'))).toEqual([]);
});

test('the text part has short lines, and its links stand whole on a line of their own', () => {
  expect(text).toBe(
    [
      'Thank you for taking part.',
      'We have read every answer.',
      '',
      'What happens next',
      '-----------------',
      '',
      '- Closed: 14 December 2026',
      '- Reply: 30 December 2026',
      '- What we decide: 1 March 2027',
      '',
      'Read the page:',
      'https://consult.example/you-said-we-did/short-breaks',
      '',
      'A word with <b>signs</b> & "quotes".',
      '',
      'This message comes from Working together in Brackenshire.',
      '',
      'If you need help: 01632 960 123 (Monday to Friday, 9am to 5pm),',
      'help@brackenshire.example.',
      '',
    ].join('\n'),
  );
});
