import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The file in which each test that passed leaves its title, a line each. */
    record: string;
  }
}

export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'said-and-done-record-'));
  project.provide('record', join(folder, 'passed.txt'));
  return () => rmSync(folder, { recursive: true, force: true });
}
