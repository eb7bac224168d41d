import { expect, test } from 'vitest';
import { createBursts } from '../../src/responses/burst-rules.ts';
import { isFast, keptSigns, readSigns } from '../../src/responses/unusual-rules.ts';

const MINUTE = 60_000;

test('more than is usual from one place within the minutes is noticed, and forgotten after twice as many', () => {
  const bursts = createBursts(3, 10);
  const start = 500 * MINUTE;
  expect([1, 2, 3, 4].map(n => bursts.add('here', start + n))).toEqual([false, false, false, true]);
  expect(bursts.add('there', start + 5)).toBe(false);
  expect(bursts.add('here', start + 10 * MINUTE)).toBe(true);
  expect(bursts.add('here', start + 40 * MINUTE)).toBe(false);
});

test('a few over a long time are never a burst', () => {
  const bursts = createBursts(3, 10);
  const found = Array.from({ length: 100 }, (_, n) => bursts.add('here', n * 8 * MINUTE));
  expect(found).not.toContain(true);
});

test('what is answered faster than a second and a half a question is fast, and few questions never are', () => {
  const now = Temporal.Instant.from('2026-11-23T09:00:09Z');
  expect(isFast('2026-11-23T09:00:00Z', now, 6)).toBe(false);
  expect(isFast('2026-11-23T09:00:00.001Z', now, 6)).toBe(true);
  expect(isFast('2026-11-23T09:00:08Z', now, 4)).toBe(false);
});

test('signs are kept in one order, so that nothing tells which came first', () => {
  expect(keptSigns(['same', 'address'])).toBe('address same');
  expect(keptSigns([])).toBeNull();
  expect(readSigns('address same')).toEqual(['address', 'same']);
  expect(readSigns(null)).toEqual([]);
});
