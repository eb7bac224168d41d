import { expect, test } from 'vitest';
import type { Draft } from '../../src/db/schema.ts';
import { settle, type Item, type Version } from '../../src/responses/settle-rules.ts';
import { usualSurvey } from '../support/consultations.ts';

const version: Version = { id: 'v', number: 1, definition: usualSurvey };
const versions = new Map([['v', version]]);

const draft = (name: string, answers: object, responseId: string | null = null): Draft => ({
  id: `draft-${name}`,
  token_hash: `token-${name}`,
  consultation_id: 'c',
  version_id: 'v',
  response_id: responseId,
  answers: JSON.stringify(answers),
  begun_at: '',
  shortened_at: null,
  forget_at: null,
  saved_at: '',
});

let count = 0;
const press = (name: string): Item => ({
  draftId: `draft-${name}`,
  edition: 'plain' as const,
  versionId: 'v',
  tokenHash: `token-${name}`,
  day: '2026-11-22',
  unusual: null,
  responseId: `response-${++count}`,
  reference: `reference-${count}`,
});

const mapOf = (drafts: Draft[]) => new Map(drafts.map(each => [each.id, each]));

test('presses of one draft in one batch are one response, and each is told the same', () => {
  const settled = settle([press('a'), press('a'), press('a')], mapOf([draft('a', { q2: 'a' })]), new Map(), versions);
  expect(settled.inserts).toHaveLength(1);
  expect(settled.deletes).toEqual(['draft-a']);
  const references = settled.results.map(result => 'response' in result && result.response.reference);
  expect(new Set(references)).toEqual(new Set([settled.inserts[0]?.reference]));
});

test('tallies of a batch are summed and stand in the order of their key', () => {
  const drafts = mapOf([draft('a', { q2: 'a' }), draft('b', { q2: 'a' }), draft('c', { q2: 'b' })]);
  const { tallies } = settle([press('c'), press('a'), press('b')], drafts, new Map(), versions);
  const all = tallies.filter(row => row.question === 'q2' && row.dimension === 'all');
  expect(all.map(row => [row.option, row.count])).toEqual([
    ['*', 3],
    ['a', 2],
    ['b', 1],
  ]);
  const keys = tallies.map(row => [row.consultation_id, row.dimension, row.value, row.question, row.option].join('\0'));
  expect(keys).toEqual([...keys].sort());
});

test('a press with the draft of somebody else comes to nothing', () => {
  const item = { ...press('a'), tokenHash: 'token-b' };
  const settled = settle([item], mapOf([draft('a', { q2: 'a' })]), new Map(), versions);
  expect(settled).toMatchObject({ inserts: [], deletes: [], tallies: [], results: [{ nothing: true }] });
});

test('a change of what was withdrawn changes nothing', () => {
  const [made] = settle([press('a')], mapOf([draft('a', { q2: 'a' })]), new Map(), versions).inserts;
  if (!made) throw new Error('A draft makes a response.');
  const withdrawn = { ...made, answers: '{}', withdrawn_on: '2026-11-23' };
  const change = mapOf([draft('a', { q2: 'b' }, made.id)]);
  const settled = settle([press('a')], change, new Map([[made.token_hash, withdrawn]]), versions);
  expect(settled).toMatchObject({ inserts: [], updates: [], tallies: [], deletes: ['draft-a'] });
});

test('a change and its undoing leave the tallies as they were', () => {
  const [made] = settle([press('a')], mapOf([draft('a', { q2: 'a', q5: 'x' })]), new Map(), versions).inserts;
  if (!made) throw new Error('A draft makes a response.');
  const same = settle(
    [press('a')],
    mapOf([draft('a', { q2: 'a', q5: 'y' }, made.id)]),
    new Map([[made.token_hash, made]]),
    versions,
  );
  expect(same.tallies).toEqual([]);
  expect(same.rewritten).toEqual([{ response_id: made.id, question: 'q5' }]);
});
