import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clubs } from '../../src/demo/content/clubs.ts';
import { aboutIn, stepsIn } from '../../src/responses/reading-rules.ts';
import { describeAnswer, type Answer, type Definition, type Question } from '../../src/surveys/definition.ts';
import { controlOf, kinds } from '../../src/surveys/kinds/registry.ts';
import { changeSurvey } from '../../src/surveys/save-survey.ts';
import { editions, languageOf, languages, type Edition } from '../../src/words/editions.ts';
import { createSayIn } from '../../src/words/catalogue.ts';
import { choiceWords } from '../../src/surveys/kinds/kind.ts';
import { inEveryMode } from '../pages/modes.ts';
import { openSite, type Site } from '../support/browser.ts';
import { planConsultation, type Officer } from '../support/consultations.ts';
import { arriveAt, choose, tabToControl } from '../support/keys.ts';
import { aPicture, aRecording, aVideo, keepFile, someCaptions } from '../support/media.ts';
import { changeWords } from '../../src/media/change.ts';
import { findMedia } from '../../src/media/queries.ts';

// Every kind of question in every edition, answered by keys alone, with scripts and without, and read back exactly.

const sayIn = createSayIn();
const written: Record<string, string> = {
  q12: '“Clwb y Dŵr” – £5, ‘ŵyl’ 🎉 اردو',
  q13: `Mae’n wych! ${'گھر کے قریب کلب، £3 فی ہفتہ 👩‍👧 “ok” ‘yes’ '.repeat(300)}`.slice(0, 9_990).trimEnd(),
};
const answers: Record<string, Answer> = {
  q0: ['a', 'c'],
  q2: 'together',
  q3: 'a',
  q4: '2',
  'q5-a': '1',
  'q5-b': 'ns',
  'q5-c': '4',
  q6: '2025-09',
  q7: ['b', 'e'],
  q8: ['e', 'a', 'f'],
  q9: '3',
  q10: 12,
  q11: 'BK4',
  q12: written['q12'] ?? '',
  q13: written['q13'] ?? '',
  quote: 'yes',
  q20: 'c',
  q21: ['a', 'd'],
};

let site: Site;
let slug: string;
let id: string;
let definition: Definition;

beforeAll(async () => {
  site = await openSite();
  const officer: Officer = await site.world.signIn('officer');
  ({ id, slug } = await planConsultation(site.world, officer));
  definition = await everyKind(id, officer);
  await changeSurvey(site.world.db.write, { id: officer.personId }, id, () => definition, site.world.deps.now());
  const published = await officer.post(`/desk/consultations/${id}/publication`);
  if (published.status !== 303) throw new Error(await published.text());
});
afterAll(() => site?.close());

/** The demo's survey, with pictures before it, and a video in sign language and a recording with its first questions. */
async function everyKind(consultationId: string, officer: Officer): Promise<Definition> {
  const { db, deps } = site.world;
  const [who, now] = [{ id: officer.personId }, deps.now()];
  const keep = async (alt: string, bytes: Buffer) => {
    const file = await keepFile(db, who, { consultationId, alt, now }, bytes);
    const row = await findMedia(db.read, file);
    const words = {
      alt,
      language: 'en',
      transcript: 'What do you say?',
      captions: row?.kind === 'video' ? someCaptions : null,
    };
    if (row && row.kind !== 'picture') await changeWords(db.write, who, row, words, now);
    return file;
  };
  const [pool, paint, drum] = [
    await keep('A pool', await aPicture()),
    await keep('A brush', await aPicture()),
    await keep('A drum', await aPicture()),
  ];
  const files = {
    bsl: { media: await keep('The question, signed', aVideo) },
    audio: { media: await keep('The question, read out', aRecording()) },
  };
  const { survey } = clubs('2026-11-22');
  const pictures: Question = {
    id: 'q0',
    kind: 'pictures',
    ask: 'What do you like?',
    many: true,
    options: [
      { id: 'a', words: 'Swimming', picture: pool },
      { id: 'b', words: 'Painting', picture: paint },
      { id: 'c', words: 'Music', picture: drum },
    ],
    editions: files,
  };
  const questions = [
    pictures,
    ...survey.questions.map(each => ({ ...each, editions: { ...each.editions, ...files } })),
  ];
  return { ...survey, questions, editions: { ...survey.editions, bsl: {}, audio: {} } };
}

test('every kind of question and every edition is among them', () => {
  expect([...new Set(definition.questions.map(each => each.kind))].sort()).toEqual(Object.keys(kinds).sort());
  expect(['plain', ...Object.keys(definition.editions ?? {})].sort()).toEqual([...editions].sort());
});

// Every edition with scripts and without in the long run; otherwise each in one of the two ways, in turn.
const ways = (scripts: boolean) => editions.filter((_, at) => inEveryMode || (at % 2 === 0) === scripts);

describe.each([true, false])('with scripts: %s', scripts => {
  test.each(ways(scripts))(
    'K09 every kind of question is answered by keys in the edition ‘%s’ and read back exactly',
    { timeout: 300_000 },
    async edition => {
      const page = await site.newPage({ scripts, width: 390, height: 800 });
      await page.context().addCookies([{ name: 'reading', value: `normal.normal.paper.${edition}`, url: site.origin }]);
      const language = languageOf(edition);
      await page.goto(`/consultations/${slug}/answer/q0`);
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      expect(await page.getAttribute('html', 'dir')).toBe(languages[language].dir);
      for (const { id: step, question, media } of stepsIn(await version(), edition, sayIn(edition))) {
        await arriveAt(page, plain(question.ask));
        expect(await page.locator('main video, main audio').count(), step).toBe(media ? 1 : 0);
        await answerByKeys(page, question, answers[step], edition);
        await page.keyboard.press('Tab');
        await pressContinue(page, edition);
      }
      await readBack(page, edition);
      await page.context().close();
    },
  );
});

async function version() {
  const row = await site.world.db.read
    .selectFrom('survey_versions')
    .selectAll()
    .where('consultation_id', '=', id)
    .executeTakeFirstOrThrow();
  return { id: row.id, number: row.number, definition };
}

async function pressContinue(page: Page, edition: Edition): Promise<void> {
  const button = page.getByRole('button', {
    name: sayIn(edition)('responses.question.continue'),
    exact: true,
  });
  await tabToControl(page, button, 'Continue');
  await page.keyboard.press('Enter');
}

/** What a screen reader is given: the words without the marks of their direction. */
const plain = (words: string): string => words.replaceAll(/[\u2066\u2069]/g, '');

async function answerByKeys(
  page: Page,
  question: Question,
  answer: Answer | undefined,
  edition: Edition,
): Promise<void> {
  if (answer === undefined) return;
  const say = sayIn(edition);
  const words = (one: string) => {
    const choice = kinds[question.kind].tallyOptions(question as never).find(each => each.id === one);
    return choice ? plain(choiceWords(choice, say)) : one;
  };
  const control = controlOf(question);
  if (control === 'radios') return choose(page, 'radio', words([answer].flat().join()));
  if (control === 'checkboxes') {
    for (const one of [answer].flat()) await choose(page, 'checkbox', words(String(one)));
    return;
  }
  if (control === 'selects') return chooseThree(page, answer as string[]);
  if (control === 'date') return typeDate(page, String(answer));
  await typeAnswer(page, question.kind === 'area' ? 'bk4 7xy' : String(answer));
}

/** Ten thousand characters come by pasting, as they would in life. */
async function typeAnswer(page: Page, text: string): Promise<void> {
  await tabToControl(page, page.locator('[name=answer]'), 'the box');
  await page.keyboard.insertText(text);
}

async function chooseThree(page: Page, answer: string[]): Promise<void> {
  for (const [at, one] of answer.entries()) {
    const list = page.locator(`[name=answer-${at + 1}]`);
    await tabToControl(page, list, `list ${at + 1}`);
    while ((await list.inputValue()) !== one) await page.keyboard.press('ArrowDown');
  }
}

async function typeDate(page: Page, iso: string): Promise<void> {
  const written = iso.split('-').map(part => String(Number(part)));
  const parts = ['year', 'month', 'day'].slice(0, written.length);
  for (const [at, part] of [...parts.entries()].reverse()) {
    await tabToControl(page, page.locator(`[name=answer-${part}]`), part);
    await page.keyboard.type(written[at] ?? '');
  }
}

/** What the check shows, what is kept, what the confirmation shows, and what was said about oneself. */
async function readBack(page: Page, edition: Edition): Promise<void> {
  const say = sayIn(edition);
  const walk = await version();
  await arriveAt(page, say('responses.check.heading'));
  const shown = async () => (await page.locator('dd.summary-value').allTextContents()).map(each => plain(each).trim());
  const steps = stepsIn(walk, edition, say).filter(({ question }) => question.kind !== 'information');
  const expected = (list: { id: string; question: Question }[]) =>
    list.flatMap(({ id: step, question }) => plain(describeAnswer(question, answers[step], say)).split('\n'));
  expect(await shown()).toEqual(expected(steps));
  await tabToControl(page, page.getByRole('button', { name: say('responses.check.send'), exact: true }), 'Send');
  await page.keyboard.press('Enter');
  await arriveAt(page, say('responses.sent.heading'));
  await page.goto(`/consultations/${slug}/answer/about/q20`);
  const about = aboutIn(walk, edition, say).map(question => ({ id: question.id, question }));
  for (const { id: step, question } of about) {
    await arriveAt(page, plain(question.ask));
    await answerByKeys(page, question, answers[step], edition);
    await pressContinue(page, edition);
  }
  await arriveAt(page, say('responses.sent.heading'));
  expect(await shown()).toEqual(expected([...steps, ...about]));
  const reference = (await page.locator('.panel bdi, .panel .reference').first().textContent())?.trim() ?? '';
  const kept = await site.world.db.read
    .selectFrom('responses')
    .selectAll()
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow();
  expect(JSON.parse(kept.answers)).toEqual(answers);
  expect(kept.edition).toBe(edition);
}
