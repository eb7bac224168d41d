import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDefinition, type Definition, type Question } from '../../src/surveys/definition.ts';
import { olderIn } from '../../src/surveys/edition-texts-rules.ts';
import { keepMarks } from '../../src/surveys/mark-rules.ts';

type Texts = { ask: string; hint: string; a: string; b: string };
const originals = fc.record({
  ask: fc.constantFrom('Where?', 'When?', 'Why?'),
  hint: fc.constantFrom('', 'In a few words.', 'In brief.'),
  a: fc.constantFrom('Yes', 'Aye'),
  b: fc.constantFrom('No', 'Nay'),
});

const media = 'm'.repeat(22);
const said = { ask: 'Ble?', hint: 'Yn fyr.', options: { a: 'Ie' } };

const survey = ({ ask, hint, a, b }: Texts, editions: Question['editions']): Definition => {
  const options = [
    { id: 'a', words: a },
    { id: 'b', words: b },
  ];
  return { format: 1, questions: [{ id: 'q1', kind: 'choose-one', ask, hint, options, editions } as Question] };
};

const older = ({ questions: [question] }: Definition, edition: 'cy' | 'bsl'): number =>
  question ? olderIn(question, edition) : NaN;

test('whatever is changed how often, words are older just where the original is not what they came with', () => {
  fc.assert(
    fc.property(
      originals,
      fc.array(originals, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      (first, later, byFile) => {
        let now = survey(first, { cy: said, bsl: { media } });
        for (const each of later) {
          // A file brings the words without saying what they were written for.
          const kept = byFile ? { cy: said, bsl: { media } } : now.questions[0]?.editions;
          now = keepMarks(now, survey(each, kept));
          const differ = (['ask', 'hint', 'a', 'b'] as const).filter(name => each[name] !== first[name]);
          // Nothing is said of `b`; a hint that the original does not have is not shown, nor is it older.
          const ofWords = differ.filter(name => name !== 'b' && (name !== 'hint' || each.hint !== ''));
          expect(older(now, 'cy')).toBe(ofWords.length);
          expect(older(now, 'bsl'), 'a video says all at once').toBe(differ.length > 0 ? 1 : 0);
        }
      },
    ),
  );
});

test('words that are written anew count as written for what stands beside them', () => {
  const [first, then] = [
    { ask: 'Where?', hint: '', a: 'Yes', b: 'No' },
    { ask: 'When?', hint: '', a: 'Aye', b: 'No' },
  ];
  const old = keepMarks(survey(first, { cy: said }), survey(then, { cy: said }));
  expect(older(old, 'cy')).toBe(2);
  const marks = old.questions[0]?.editions?.cy?.writtenFor;
  expect(marks).toEqual({ ask: 'Where?', 'option-a': 'Yes' });
  const byFile = keepMarks(old, survey(then, { cy: { ...said, ask: 'Pryd?' } }));
  expect(older(byFile, 'cy'), 'the answer is as old as it was').toBe(1);
  const byHand = keepMarks(old, survey(then, { cy: { ...said, ask: 'Pryd?', writtenFor: marks } }));
  expect(byHand.questions[0]?.editions?.cy?.writtenFor, 'their old mark is gone').toEqual({ 'option-a': 'Yes' });
});

test('a survey with a mark of before is read, and its words count as written for what stands beside them', () => {
  const texts = { ask: 'Where?', hint: '', a: 'Yes', b: 'No' };
  const json = JSON.stringify(survey(texts, { cy: said })).replace(
    '"ask":"Ble?"',
    '"ask":"Ble?","writtenFor":"1k2j3h"',
  );
  expect(json).toContain('1k2j3h');
  const read = readDefinition(json);
  expect(older(read, 'cy')).toBe(0);
  expect(older(keepMarks(read, survey({ ...texts, ask: 'When?' }, { cy: said })), 'cy')).toBe(1);
});
