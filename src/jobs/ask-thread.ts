import { Worker, type WorkerOptions } from 'node:worker_threads';

type Asked = { task: string; memoryMb?: number; longest?: number };

/** The thread had not answered when its time (`longest`) was over; it is ended. */
export class TooLong extends Error {}

/**
 * Runs `file` in a thread of its own with `workerData` and gives the first thing that it says. `task` names it in errors;
 * `longest` in ms. Throws what it throws, TooLong, and an error where it ends without a word.
 */
export function askThread<T>(file: URL, workerData: unknown, { task, memoryMb, longest }: Asked): Promise<T> {
  return new Promise((resolve, reject) => {
    const limits: WorkerOptions = memoryMb ? { resourceLimits: { maxOldGenerationSizeMb: memoryMb } } : {};
    const worker = new Worker(file, { workerData, ...limits });
    const end = () => {
      reject(new TooLong(`${task} took longer than ${longest} ms.`));
      void worker.terminate();
    };
    const late = longest ? setTimeout(end, longest) : undefined;
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', code => {
      clearTimeout(late);
      reject(new Error(`${task} ended without an answer, with ${code}.`));
    });
  });
}
