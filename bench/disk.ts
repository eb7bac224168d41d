import { closeSync, fdatasyncSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { middle, type Round } from './client.ts';

/** Writes 4 KB at the end of a file and waits for the disk, again and again: the price of one commit, and no more. */
export function syncAgainAndAgain(folder: string, seconds: number): Round {
  const path = join(folder, 'sync.bin');
  const file = openSync(path, 'w');
  const bytes = Buffer.alloc(4096, 1);
  const taken: number[] = [];
  const begun = performance.now();
  let now = begun;
  while (now < begun + seconds * 1000) {
    const from = now;
    writeSync(file, bytes);
    fdatasyncSync(file);
    now = performance.now();
    taken.push(now - from);
  }
  closeSync(file);
  unlinkSync(path);
  return { count: taken.length, rate: (taken.length * 1000) / (now - begun), p50: middle(taken) };
}
