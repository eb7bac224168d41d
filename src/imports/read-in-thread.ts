import { askThread, TooLong } from '../jobs/ask-thread.ts';
import { FileRefused, NOWHERE, type Here, type Imported } from './import-rules.ts';
import type { Said } from './import-worker.ts';

/** The largest file that is taken. A survey of 250 questions in four languages has less than one. */
export const MOST_IMPORT_BYTES = 10 * 1024 * 1024;

const LONGEST = 15_000;
const MOST_MEMORY_MB = 256;

/** Too many files wait to be read. */
export class TooBusy extends Error {}

const MOST_WAITING = 5;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * Reads a file in a thread of its own, for as long and with as much memory as any survey needs. One after the other: however
 * many are brought at once, families' pages keep a core. Throws FileRefused and TooBusy.
 */
export async function readInThread(bytes: Uint8Array, here: Here = NOWHERE, longest = LONGEST): Promise<Imported> {
  if (bytes.byteLength > MOST_IMPORT_BYTES) throw new FileRefused(TOO_LARGE);
  if (waiting >= MOST_WAITING) throw new TooBusy();
  waiting++;
  const turn = last.then(() => ask({ bytes, here }, longest));
  last = turn.catch(() => undefined).finally(() => waiting--);
  const said = await turn;
  if ('imported' in said) return said.imported;
  throw new FileRefused(...said.problems);
}

export const TOO_LARGE = 'The file is larger than 10 MB. A survey is much smaller: export its questions alone.';
const TOO_MUCH =
  'The file is not taken: reading it asks for too much. Export the survey again, or bring fewer questions.';

async function ask(what: { bytes: Uint8Array; here: Here }, longest: number): Promise<Said> {
  const file = new URL('./import-worker.ts', import.meta.url);
  try {
    return await askThread<Said>(file, what, { task: 'Reading a file', memoryMb: MOST_MEMORY_MB, longest });
  } catch (error) {
    throw isTooMuch(error) ? new FileRefused(TOO_MUCH) : error;
  }
}

const isTooMuch = (error: unknown): boolean =>
  error instanceof TooLong || (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY');
