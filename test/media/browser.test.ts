import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measureAll } from '../pages/measure.ts';
import { axeFindings } from '../support/axe.ts';
import { openSite, type Site } from '../support/browser.ts';
import { planConsultation, usualSurvey, type Officer } from '../support/consultations.ts';
import { htmlErrors } from '../support/html.ts';
import { keepFile, aPicture, aVideo, someCaptions } from '../support/media.ts';
import type { Definition } from '../../src/surveys/definition.ts';
import { changeWords } from '../../src/media/change.ts';
import { findMedia } from '../../src/media/queries.ts';
import { changeSurvey } from '../../src/surveys/save-survey.ts';

// A question that is signed, and one whose answers are pictures, as families meet them.

let site: Site;
let first: string;
beforeAll(async () => {
  site = await openSite();
  const { world } = site;
  const officer: Officer = await world.signIn('officer');
  const { id, slug } = await planConsultation(world, officer);
  const [who, now] = [{ id: officer.personId }, world.deps.now()];
  const keep = async (alt: string, bytes: Buffer) => keepFile(world.db, who, { consultationId: id, alt, now }, bytes);
  const video = await keep('The question, signed', aVideo);
  const row = await findMedia(world.db.read, video);
  const words = {
    alt: 'The question, signed',
    language: 'en',
    transcript: 'Hello.\nWhere to?',
    captions: someCaptions,
  };
  if (row) await changeWords(world.db.write, who, row, words, now);
  const [pool, park] = [
    await keep('A pool with a ramp', await aPicture()),
    await keep('A lawn', await aPicture('png', 300, 500)),
  ];
  await changeSurvey(world.db.write, who, id, () => survey(video, pool, park), now);
  const published = await officer.post(`/desk/consultations/${id}/publication`);
  if (published.status !== 303) throw new Error(await published.text());
  first = `/consultations/${slug}/answer/q7`;
});
afterAll(() => site?.close());

const survey = (video: string, pool: string, park: string): Definition => ({
  format: 1,
  questions: [
    {
      id: 'q7',
      kind: 'pictures',
      ask: 'Where would you like to go?',
      editions: { plain: { media: video } },
      options: [
        { id: 'a', words: 'Swimming', picture: pool },
        { id: 'b', words: 'The park', picture: park },
      ],
    },
    ...usualSurvey.questions,
  ],
});

test.each([true, false])('a signed question with pictures (scripts: %s)', async scripts => {
  const page = await site.newPage({ scripts });
  const response = await page.goto(first);
  const html = (await response?.text()) ?? '';
  expect(await htmlErrors(html)).toEqual([]);
  if (scripts) await inspect(page);
  const radio = page.getByRole('radio', { name: 'Swimming', exact: true });
  const about = (await radio.getAttribute('aria-describedby')) ?? '';
  expect(await page.locator(`[id="${about}"]`).getAttribute('alt')).toBe('A pool with a ramp');
  await page.locator('summary').click();
  expect(await page.locator('.transcript').innerText()).toContain('Where to?');
  await page.locator('label.answer', { hasText: 'Swimming' }).locator('img').click();
  expect(await radio.isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(/\/answer\/q1$/);
  await page.context().close();
});

async function inspect(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(`[...document.images].every(each => each.naturalWidth > 0)`)).toBe(true);
  expect(await axeFindings(page)).toEqual([]);
  expect(await measureAll(page, ['small', 'faults'])).toEqual([]);
  await page.setViewportSize({ width: 320, height: 600 });
  expect(await measureAll(page, ['small', 'faults'])).toEqual([]);
}

test('a browser plays the video and finds its captions', async () => {
  const page = await site.newPage();
  await page.goto(first);
  const cues = await page.evaluate<string[]>(`(async () => {
    const video = document.querySelector('video');
    const track = video.querySelector('track');
    if (track.readyState !== 2) await new Promise(done => track.addEventListener('load', done));
    await video.play();
    await new Promise(done => setTimeout(done, 300));
    video.pause();
    return [video.currentTime > 0 ? 'plays' : 'stands', ...[...track.track.cues].map(cue => cue.text)];
  })()`);
  expect(cues).toEqual(['plays', 'Hello.', 'What would help?']);
  await page.context().close();
});
