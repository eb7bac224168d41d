import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { loadMessages } from '../../src/words/catalogue.ts';
import type { Edition } from '../../src/words/editions.ts';
import { longSentences, sentencesOf, unexplained, wordsIn } from '../../src/words/plain-rules.ts';

/** A message as somebody reads it: each thing that is filled in is a word, each number a few. */
function asRead(words: string): string {
  const values = new Proxy(
    {},
    { get: () => 3, has: () => true, getOwnPropertyDescriptor: () => ({ configurable: true }) },
  );
  return String(new IntlMessageFormat(words, 'en', undefined, { ignoreTag: true }).format(values));
}

const saidIn = (folder: string) =>
  Object.entries(loadMessages(folder)).map(([key, words]) => [key, asRead(words)] as const);

test.each<[string, Edition]>([
  ['en', 'plain'],
  ['easy', 'easy'],
  ['child', 'child'],
])('W01 what the site itself says in ‘%s’ is in short sentences', (folder, edition) => {
  const long = saidIn(folder).flatMap(([key, words]) => longSentences(words, edition).map(each => `${key}: ${each}`));
  expect(long).toEqual([]);
});

test.each(['en', 'easy', 'child'])(
  'W01 what the site itself says in ‘%s’ has no short form that it does not explain',
  folder => {
    expect(saidIn(folder).flatMap(([key, words]) => unexplained(words).map(form => `${key}: ${form}`))).toEqual([]);
  },
);

test('sentences end where they end, and a word is what has a letter or a figure in it', () => {
  expect(sentencesOf('Is it so? “Yes.” Good: we go on.\nA line')).toEqual([
    'Is it so?',
    '“Yes.',
    'Good:',
    'we go on.',
    'A line',
  ]);
  expect(wordsIn('It takes 9 to 11 minutes – or less.')).toBe(8);
  expect(sentencesOf('At 3.30 we meet.')).toHaveLength(1);
});

test.each([
  ['Does the SENCO help?', ['SENCO']],
  ['Do the SENCOs help, and does an EHC plan?', ['SENCO', 'EHC']],
  ['Does the special educational needs coordinator (SENCO) help? Is the SENCO kind?', []],
  ['Does the SENCO (the teacher who arranges support) help?', []],
  ['SEND means special needs. Is SEND easy?', []],
  ['Is the GP or the NHS kind? I am in BK1.', []],
])('W01 short forms that are not explained in ‘%s’: %j', (text, forms) => {
  expect(unexplained(text)).toEqual(forms);
});

test('W01 a sentence of 25 words is short enough, one of 26 is not; for Easy Read the limit is 15', () => {
  const of = (count: number) => `${Array.from({ length: count }, () => 'word').join(' ')}.`;
  expect(longSentences(of(25), 'plain')).toEqual([]);
  expect(longSentences(of(26), 'plain')).toEqual([of(26)]);
  expect([longSentences(of(15), 'easy'), longSentences(of(16), 'easy')]).toEqual([[], [of(16)]]);
});
