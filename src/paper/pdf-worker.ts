import { parentPort, workerData } from 'node:worker_threads';
import { makePdf } from './pdf.ts';
import type { Paper } from './paper-rules.ts';

// Setting type takes a tenth of a second and more, so it happens in a thread of its own.
parentPort?.postMessage(await makePdf(workerData as Paper));
