import { open } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { listColleagues, type Colleague } from '../admin/queries.ts';
import { createConsultation } from '../consultations/create.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/dialect.ts';
import { pagesOf } from '../surveys/pages.ts';
import { filesLeft } from './definition-rules.ts';
import { FileRefused, type Imported } from './import-rules.ts';
import { figureLine, figuresOf, lineOf } from './list-rules.ts';
import { MOST_IMPORT_BYTES, readInThread } from './read-in-thread.ts';

export type Terminal = {
  db: Database;
  config: Pick<Config, 'publicUrl'>;
  now: () => Temporal.Instant;
  print: (line: string) => void;
  /** Where files are named from. */
  folder: string;
};

const USE = 'Use it so: npm run import -- FILE --as name@council.example';
const LONGEST_TITLE = 120;

/**
 * `npm run import -- FILE --as EMAIL`: lists what of a file can't be carried over, and makes a consultation of the rest that
 * is not published. Without somebody whose it is, it only lists. Says whether it made one.
 */
export async function runImport(terminal: Terminal, args: readonly string[]): Promise<boolean> {
  const { print } = terminal;
  const given = readArgs(args);
  if (!given) return no(print, USE);
  const imported = await readFile(resolve(terminal.folder, given.file)).catch((error: unknown) =>
    refusedBy(error, print),
  );
  if (!imported) return false;
  printAll(imported, print);
  const officers = await officersOf(terminal);
  const officer = officers.find(each => each.email === given.email) ?? (given.email ? undefined : onlyOne(officers));
  if (!officer) return no(print, ...nobody(given.email));
  const title = imported.title.slice(0, LONGEST_TITLE) || basename(given.file, extname(given.file));
  const who = { id: officer.id, organisationId: officer.organisation_id };
  const { id } = await createConsultation(terminal.db.write, who, {
    title,
    definition: imported.definition,
    now: terminal.now(),
  });
  print(`Made ‘${title}’ for ${officer.name}. It is not published. Look at its questions:`);
  print(`${terminal.config.publicUrl}/desk/consultations/${id}/survey`);
  return true;
}

function readArgs(args: readonly string[]): { file: string; email: string } | null {
  const at = args.indexOf('--as');
  const email = at < 0 ? '' : (args[at + 1] ?? '').trim().toLowerCase();
  const [file, ...more] = at < 0 ? args : args.filter((_, place) => place !== at && place !== at + 1);
  return file && more.length === 0 && (at < 0 || email !== '') ? { file, email } : null;
}

async function readFile(path: string): Promise<Imported> {
  const imported = await readInThread(await bytesOf(path));
  return { ...imported, left: [...imported.left, ...filesLeft(imported.definition, new Set())] };
}

/** No more of it than is taken, and a byte to see that there is more. */
async function bytesOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(Math.min((await file.stat()).size, MOST_IMPORT_BYTES + 1));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function refusedBy(error: unknown, print: Terminal['print']): null {
  if (error instanceof FileRefused) no(print, ...error.problems);
  else if (error instanceof Error && 'code' in error) no(print, `The file can’t be opened: ${error.message}`);
  else throw error;
  return null;
}

function no(print: Terminal['print'], ...lines: string[]): false {
  lines.forEach(print);
  print('Nothing was saved.');
  return false;
}

function printAll(imported: Imported, print: Terminal['print']): void {
  const { left, definition } = imported;
  print(left.length === 0 ? 'All of it is carried over.' : `Not carried over (${left.length}):`);
  left.forEach((each, at) => print(`${at + 1}. ${lineOf(each)}`));
  print('What comes:');
  for (const figure of figuresOf(imported)) print(`- ${figureLine(figure)}`);
  print(`- Pages that they make here: ${pagesOf(definition).length}`);
}

async function officersOf({ db }: Terminal): Promise<Colleague[]> {
  const all = await listColleagues(db.read);
  return all.filter(
    each => each.ended_at === null && each.roles.some(role => ['officer', 'administrator'].includes(role)),
  );
}

const onlyOne = (officers: readonly Colleague[]): Colleague | undefined =>
  officers.length === 1 ? officers[0] : undefined;

const nobody = (email: string): string[] =>
  email === ''
    ? ['Say whose consultation it will be.', USE]
    : [
        `No officer or administrator with access has the address ${email}. Add them under ‘People’ first, or name another.`,
      ];
