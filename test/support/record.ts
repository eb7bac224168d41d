import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { readLooks, sumUp } from './looks.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The file in which each test that passed leaves its title, a line each. */
    record: string;
    /** The file in which each look at a page that found nothing wrong is noted. */
    looks: string;
  }
}

export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'said-and-done-record-'));
  const looks = join(folder, 'looks.txt');
  project.provide('record', join(folder, 'passed.txt'));
  project.provide('looks', looks);
  return () => {
    const figures = sumUp(readLooks(looks));
    if (figures) console.log(`\n${figures}`);
    rmSync(folder, { recursive: true, force: true });
  };
}
