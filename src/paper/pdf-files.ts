import { createHash } from 'node:crypto';
import { askThread } from '../jobs/ask-thread.ts';
import type { Paper } from './paper-rules.ts';
import type { PictureFiles } from './picture-files.ts';

type Pdf = Buffer<ArrayBuffer>;
type Limits = { bytes: number; waiting: number };

/** The PDF of this paper: made once, and kept for as long as the paper says the same. Null: too many wait already. */
export const pdfOf = (paper: Paper, pictures: () => Promise<PictureFiles>): Promise<Pdf | null> =>
  pdfs(paper, async () => run({ paper, pictures: await pictures() }));

const pdfs = createPdfs({ bytes: 64 * 1024 * 1024, waiting: 20 });

/** Keeps as many PDFs as fit into `bytes`, those that were asked for last; of new ones no more than `waiting` queue. */
export function createPdfs(most: Limits): (paper: Paper, make: () => Promise<Pdf>) => Promise<Pdf | null> {
  const kept = new Map<string, Pdf>();
  const making = new Map<string, Promise<Pdf>>();
  let last: Promise<unknown> = Promise.resolve();
  let bytes = 0;

  const keep = (key: string, pdf: Pdf): Pdf => {
    kept.delete(key);
    kept.set(key, pdf);
    return pdf;
  };
  const makeAndKeep = async (key: string, make: () => Promise<Pdf>): Promise<Pdf> => {
    const pdf = keep(key, await make());
    bytes += pdf.byteLength;
    for (const [oldest, { byteLength }] of kept) {
      if (bytes <= most.bytes) break;
      kept.delete(oldest);
      bytes -= byteLength;
    }
    return pdf;
  };
  return async (paper, make) => {
    const key = createHash('sha256').update(JSON.stringify(paper)).digest('base64url');
    const found = kept.get(key);
    if (found) return keep(key, found);
    const begun = making.get(key);
    if (begun) return begun;
    if (making.size >= most.waiting) return null;
    // One after the other: however many are asked for at once, families' pages keep a core.
    const made = last.then(() => makeAndKeep(key, make)).finally(() => making.delete(key));
    making.set(key, made);
    last = made.catch(() => undefined);
    return made;
  };
}

async function run(what: { paper: Paper; pictures: PictureFiles }): Promise<Pdf> {
  const file = new URL('./pdf-worker.ts', import.meta.url);
  return Buffer.from(await askThread<Uint8Array<ArrayBuffer>>(file, what, { task: 'Making a PDF' }));
}
