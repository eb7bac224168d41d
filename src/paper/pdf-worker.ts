import { parentPort, workerData } from 'node:worker_threads';
import { makePdf } from './pdf.ts';
import type { Paper } from './paper-rules.ts';
import type { PictureFiles } from './picture-files.ts';

// Setting type takes a tenth of a second and more, so it happens in a thread of its own.
const { paper, pictures } = workerData as { paper: Paper; pictures: PictureFiles };
parentPort?.postMessage(await makePdf(paper, pictures));
