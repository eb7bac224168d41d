import { parentPort, workerData } from 'node:worker_threads';
import { FileRefused, type Here, type Imported } from './import-rules.ts';
import { readImport } from './read-import.ts';

/** What the worker says: what it read, or why the file is not taken. */
export type Said = { imported: Imported } | { problems: readonly string[] };

// A file may be made to take long, so it is read in a thread that can be ended.
const { bytes, here } = workerData as { bytes: Uint8Array; here: Here };
parentPort?.postMessage(await said());

async function said(): Promise<Said> {
  try {
    return { imported: await readImport(bytes, here) };
  } catch (error) {
    if (error instanceof FileRefused) return { problems: error.problems };
    throw error;
  }
}
