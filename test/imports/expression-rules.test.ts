import { expect, test } from 'vitest';
import { parseExpression } from '../../src/imports/expression-rules.ts';

test.each([
  ['', { always: true }],
  ['1', { always: true }],
  ['0', { always: false }],
  ['Q1 == "Y"', { name: 'Q1', method: '==', value: 'Y' }],
  ["'Y' eq Q1.NAOK", { name: 'Q1', method: '==', value: 'Y' }],
  ['18 <= age.NAOK', { name: 'age', method: '>=', value: '18' }],
  [
    'cohabs>1 && p1rel !=""',
    {
      and: [
        { name: 'cohabs', method: '>', value: '1' },
        { name: 'p1rel', method: '!=', value: '' },
      ],
    },
  ],
  ['! is_empty(Q05)', { not: { empty: 'Q05' } }],
  [
    '(a == 1 or b == 2) and not (c == 3)',
    {
      and: [
        {
          or: [
            { name: 'a', method: '==', value: '1' },
            { name: 'b', method: '==', value: '2' },
          ],
        },
        { not: { name: 'c', method: '==', value: '3' } },
      ],
    },
  ],
  ['((282267X2473X22833SH101.NAOK == "Y"))', { name: '282267X2473X22833SH101', method: '==', value: 'Y' }],
])('%s is understood', (text, tree) => {
  expect(parseExpression(text)).toEqual(tree);
});

test.each([
  'count(a, b) == 2',
  'count(that.AF) > 0',
  'a + b > 2',
  'Q1',
  '"a" == "b"',
  'Q1 == Q2',
  'Q1.question == "x"',
  '(a == 1',
  'a == 1)',
  'a ==',
  'constructor',
  'a = = 1',
  '{TOKEN:X} == 1',
])('%s says more than is understood', text => {
  expect(parseExpression(text)).toBeNull();
});
