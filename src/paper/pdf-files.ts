import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { Paper } from './paper-rules.ts';
import type { PictureFiles } from './picture-files.ts';

const MOST = 40;
const kept = new Map<string, Promise<Buffer<ArrayBuffer>>>();

/** The PDF of this paper: made once, and kept for as long as the paper says the same. */
export function pdfOf(paper: Paper, pictures: () => Promise<PictureFiles>): Promise<Buffer<ArrayBuffer>> {
  const key = createHash('sha256').update(JSON.stringify(paper)).digest('base64url');
  const found = kept.get(key);
  if (found) return found;
  const made = pictures().then(files => inWorker(paper, files));
  if (kept.size >= MOST) kept.delete(kept.keys().next().value ?? '');
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}

// One after the other: however many are asked for at once, families' pages keep a core.
let last: Promise<unknown> = Promise.resolve();

function inWorker(paper: Paper, pictures: PictureFiles): Promise<Buffer<ArrayBuffer>> {
  const made = last.then(() => run({ paper, pictures }));
  last = made.catch(() => undefined);
  return made;
}

function run(workerData: { paper: Paper; pictures: PictureFiles }): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { workerData });
    worker.once('message', (bytes: Uint8Array<ArrayBuffer>) => resolve(Buffer.from(bytes)));
    worker.once('error', reject);
    worker.once('exit', code => reject(new Error(`A PDF was not made: the thread ended with ${code}.`)));
  });
}
