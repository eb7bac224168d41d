import { describe, expect, test } from 'vitest';
import { checkAsking, checkOptions } from '../../src/words/checks/asking-rules.ts';
import { checkJargon } from '../../src/words/checks/jargon-rules.ts';
import { checkLengths, checkReadingAge, readingAge } from '../../src/words/checks/length-rules.ts';
import { checkPage } from '../../src/words/checks/page-rules.ts';
import { checkScale } from '../../src/words/checks/scale-rules.ts';
import { checkStyle } from '../../src/words/checks/style-rules.ts';
import type { Edition } from '../../src/words/editions.ts';

const none: ReadonlySet<string> = new Set();
const checksOf = (found: readonly { check: string }[]) => found.map(each => each.check);
const words = (count: number, word = 'word') => `${Array.from({ length: count }, () => word).join(' ')}.`;

describe('W01 how long sentences are', () => {
  test.each<[Edition, number]>([
    ['plain', 25],
    ['cy', 25],
    ['easy', 15],
    ['child', 15],
  ])('in ‘%s’ a sentence has %i words at most', (edition, most) => {
    expect(checksOf(checkLengths(words(most), edition))).toEqual([]);
    expect(checksOf(checkLengths(words(most + 1), edition))).toEqual(['long sentence']);
  });

  test.each<[Edition, number]>([
    ['plain', 15],
    ['ur', 15],
    ['easy', 10],
  ])('in ‘%s’ three sentences have %i words on average at most', (edition, mean) => {
    const three = (count: number) => [words(count), words(count), words(count)].join(' ');
    expect(checksOf(checkLengths(three(mean), edition))).toEqual([]);
    expect(checksOf(checkLengths(three(mean + 1), edition))).toEqual(['mean length']);
    expect(checksOf(checkLengths(words(mean + 1), edition))).toEqual([]);
  });
});

describe('W01 the reading age of a hundred words and more', () => {
  const plain =
    'We want to hear from you. Tell us what went well at the club. We will read it all and tell you what we do. ';
  const hard =
    'Each family considers several educational options carefully before deciding. The professionals involved discuss these. ';
  const harder =
    'Strategic commissioning considerations necessitate comprehensive organisational accountability arrangements. ';
  test.each([
    ['plain words', plain.repeat(5), []],
    ['long words', `${plain.repeat(4)}${hard.repeat(5)}`, ['advice']],
    ['very long words', harder.repeat(15), ['block']],
    ['very long words, but few', harder, []],
  ])('%s', (_name, text, levels) => {
    expect(checkReadingAge(text).map(each => each.level)).toEqual(levels);
  });

  test('is told as years: a page for young readers, and one for lawyers', () => {
    expect(readingAge(plain)).toBeLessThan(9);
    expect(readingAge(harder)).toBeGreaterThan(18);
  });
});

test.each([
  ['Does the SENCO help?', ['short form']],
  ['Does the special educational needs coordinator (SENCO) help?', []],
  ['Do you have an EHCP?', []],
])('W01 short forms that neither the page nor the glossary explains are a block: ‘%s’', (text, checks) => {
  const found = checkPage([{ where: 'ask', text }], 'plain', new Set(['ehcp']));
  expect(checksOf(found)).toEqual(checks);
  expect(found.every(each => each.level === 'block')).toBe(true);
});

test('W01 what one passage of a page explains is explained to all; other languages’ short forms are not judged', () => {
  const page = ['What the special educational needs coordinator (SENCO) does', 'Ask the SENCO.'];
  const passages = page.map((text, at) => ({ where: `part-${at}`, text }));
  expect(checkPage(passages, 'plain', none)).toEqual([]);
  expect(checkPage(passages.slice(1), 'plain', none)).toMatchObject([{ where: 'part-1', words: 'SENCO' }]);
  expect(checkPage(passages.slice(1), 'cy', none)).toEqual([]);
});

test.each([
  ['Very good / Good / Neither good nor bad / Bad / Very bad', []],
  ['Excellent / Very good / Good / Fair / Poor', ['unbalanced scale']],
  ['Strongly agree / Agree / Neither / Disagree / Strongly disagree', []],
  ['Always / Often / Sometimes / Rarely / Never', []],
  ['Very happy / Happy / Quite happy / Not sure / Unhappy', ['unbalanced scale']],
  ['Good / OK / Bad', []],
  ['5 / 4 / 3 / 2 / 1', ['unlabelled scale']],
  ['Good / – / Bad', ['unlabelled scale']],
  ['Red / Orange / Yellow / Green / Blue', []],
])('W01 a scale has as many points for as against, each in words: ‘%s’', (points, checks) => {
  const found = checkScale(points.split(' / '), true);
  expect(checksOf(found)).toEqual(checks);
  expect(found.every(each => each.level === 'block')).toBe(true);
});

test('W01 a scale without words of its own is the usual one, and other languages are not weighed', () => {
  expect(checkScale([], true)).toEqual([]);
  expect(checkScale(['Da iawn', 'Da', 'Good', 'Good', 'Good'], false)).toEqual([]);
  expect(checksOf(checkScale(['1', '2', '3'], false))).toEqual(['unlabelled scale']);
});

test.each([
  ['The decision will be made in March.', ['passive']],
  ['The board decides in March.', []],
  ['Families were not told about it.', ['passive']],
  ['We have ideas for the new contracts, and nothing is decided yet.', []],
  ['We have ideas, and a decision will be made in March.', ['passive']],
  ['Many parents are worried and tired.', []],
  ['No place is needed for children who are disabled.', []],
  ['To take part, click here.', ['click here']],
  ['Read the plan for short breaks.', []],
  ['30% of families said yes.', ['bare number']],
  ['12 of 40 families (30%) said yes.', []],
  ['Prices rose by 4%.', []],
])('W01 the style of ‘%s’ is advised on: %j', (sentence, checks) => {
  expect(checksOf(checkStyle(sentence))).toEqual(checks);
});

test('the passive is quoted where it stands, not where its sentence begins', () => {
  const [found] = checkStyle('We have ideas, and a decision will be made in March.');
  expect(found?.wrong).toBe('“a decision will be made …” does not begin with who does it.');
});

test.each([
  ['We co-produced it with stakeholders.', ['co-produced', 'stakeholders']],
  ['The provision is good.', ['provision']],
  ['The provision (help at school) is good.', []],
  ['We planned it with parents.', []],
])('W01 words of the trade in ‘%s’ are named with plain ones: %j', (sentence, found) => {
  const said = checkJargon(sentence, none);
  expect(said.map(each => each.words)).toEqual(found);
  for (const each of said) expect(each.todo).toMatch(/^Say it in plain words, such as: .+\.$/);
});

test('W01 a word that the glossary explains is no jargon', () => {
  expect(checkJargon('Which pathway did you take?', new Set(['pathway']))).toEqual([]);
});

test.each([
  ['How often do you go, and what do you think of it?', ['two in one']],
  ['Were staff friendly and helpful?', ['two in one']],
  ['Do you go to a club? If so, how often?', ['two in one']],
  ['The transport was late and the driver was rude, do you agree?', ['two in one', 'leading']],
  ['Is the room warm and are the staff kind?', ['two in one']],
  ['Is there room for children who are disabled and their parents?', []],
  ['How far do you agree?', []],
  ['When you go by bus, how easy is it?', []],
  ['How was your day at the club?', []],
  ['Do you, or does your child, go to a club?', []],
  ['Which days and times would help?', []],
  ['Do you agree that the club should stay?', ['leading']],
  ['Don’t you like the club?', ['leading']],
  ['How brilliant was the club?', ['leading']],
  ['How many hours would be right?', []],
  ['Should we not close the club?', ['negative']],
  ['What did not go well?', []],
  ['Why not?', []],
])('W01 how it is asked: ‘%s’ gives %j', (ask, checks) => {
  expect(checksOf(checkAsking(ask, false))).toEqual(checks);
});

test.each([
  ['Staff do not listen to me.', ['negative']],
  ['Nobody listens to me.', ['negative']],
  ['Staff listen to me.', []],
  ['The bus is late and the driver is rude.', ['two in one']],
  ['Children who are disabled and their parents are welcome.', []],
  ['My child is well looked after at school and at the club.', []],
])('W01 a statement to agree with says what is, not what is not: ‘%s’ gives %j', (ask, checks) => {
  expect(checksOf(checkAsking(ask, true))).toEqual(checks);
});

test('W01 seven answers are enough', () => {
  const answers = (count: number) => Array.from({ length: count }, (_each, at) => `Answer ${at}`);
  expect(checksOf(checkOptions(answers(7)))).toEqual([]);
  expect(checksOf(checkOptions(answers(8)))).toEqual(['many options']);
});
