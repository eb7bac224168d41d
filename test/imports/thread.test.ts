import { expect, test } from 'vitest';
import { FileRefused, NOWHERE } from '../../src/imports/import-rules.ts';
import { readInThread } from '../../src/imports/read-in-thread.ts';

test('what takes too long is ended and refused', async () => {
  const long = Buffer.from(`{"format":1,"questions":[${'1,'.repeat(2_000_000)}1]}`);
  const begun = performance.now();
  await expect(readInThread(long, NOWHERE, 1)).rejects.toThrow(FileRefused);
  expect(performance.now() - begun).toBeLessThan(5_000);
});
