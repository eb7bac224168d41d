import { readFile } from 'node:fs/promises';
import type { DeskHead } from '../consultations/desk-view.ts';
import { listMedia } from '../media/queries.ts';
import { idsIn, withAtEnd } from '../surveys/at-end-rules.ts';
import { parseDefinition } from '../surveys/definition.ts';
import { load, PATH, readFormOf, refusedBy, STAFF, surveyOf, unlessGone, type Loaded } from '../surveys/desk-pages.ts';
import { writeDefinition } from '../surveys/write-definition.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { busy, conflict, notFound } from '../web/errors.ts';
import { one } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { withUpload, type SentFile } from '../web/uploads.ts';
import { packed, unpacked } from './carry.ts';
import { filesLeft } from './definition-rules.ts';
import { FileRefused, type Imported, type Left } from './import-rules.ts';
import { MOST_IMPORT_BYTES, readInThread, TOO_LARGE, TooBusy } from './read-in-thread.ts';
import { reviewOf, type Review } from './review-rules.ts';
import { fingerprint } from '../surveys/fingerprint-rules.ts';
import { ChangedMeanwhile } from '../surveys/save-survey.ts';

type FileView = { head: DeskHead; versionId: string; questions: number; problems: readonly string[] };
type ReviewView = { head: DeskHead; versionId: string; was: string; review: Review; packed: string };

const filePage = page<FileView>('imports/file');
const reviewPage = page<ReviewView>('imports/review');

/** The questions that are here stay, and those of the file come after them. */
const AT_END = 'at-end';

const MEANWHILE =
  'A colleague changed the questions since you chose the file. Look at them first, then choose the file again.';
const FILE = `${PATH}/file`;

/** Questions from a file: what comes and what does not is shown before anything is saved. */
export function registerImportRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, FILE, async (c, who) => {
    const loaded = await load(c, deps, who);
    if (loaded.isFixed) throw notFound();
    return showFile(c, loaded);
  });

  site.post(STAFF, FILE, async (c, who) => {
    const loaded = await load(c, deps, who);
    if (loaded.isFixed) throw conflict();
    return withUpload(c, async ({ typed, files }) => {
      if (one(typed, '_version') !== loaded.version.id) throw conflict();
      const read = await readSent(files.get('file'), loaded);
      if ('problems' in read) return showFile(c, loaded, read.problems);
      const known = new Set((await listMedia(deps.db.read, loaded.head.id)).map(file => file.id));
      const left = [...titleLeft(read.title, loaded), ...read.left, ...filesLeft(read.definition, known)];
      return showReview(c, deps, loaded, { ...read, left });
    });
  });

  site.post(STAFF, `${FILE}/use`, async (c, who) => {
    const loaded = await load(c, deps, who);
    const typed = await readFormOf(c, loaded);
    const parsed = parseDefinition(unpacked(one(typed, '_definition')));
    if (!parsed.ok)
      return showFile(c, loaded, ['What was read from the file got lost on its way. Choose the file again.']);
    const [was, isAtEnd] = [one(typed, '_was'), one(typed, 'how') === AT_END];
    const given = { consultationId: loaded.head.id, versionId: loaded.version.id, was, name: 'Questions from a file' };
    try {
      const definition = isAtEnd ? withAtEnd(loaded.definition, parsed.definition) : parsed.definition;
      await unlessGone(writeDefinition(deps.db.write, who, { ...given, definition }, deps.now()));
    } catch (error) {
      if (error instanceof ChangedMeanwhile) return showFile(c, await load(c, deps, who), [MEANWHILE]);
      return showFile(c, loaded, refusedBy(error));
    }
    return c.redirect(`${surveyOf(loaded)}?brought=${isAtEnd ? AT_END : 1}`, 303);
  });

  // After a form was refused its own address stands in the browser: opening that again leads back.
  site.get(STAFF, `${FILE}/use`, c =>
    c.redirect(`/desk/consultations/${encodeURIComponent(param(c, 'id'))}/survey/file`, 303),
  );
}

async function readSent(
  file: SentFile | undefined,
  loaded: Loaded,
): Promise<Imported | { problems: readonly string[] }> {
  if (!file) return { problems: ['Choose a file.'] };
  if (file.size > MOST_IMPORT_BYTES) return { problems: [TOO_LARGE] };
  const used = idsIn([...loaded.published, loaded.definition]);
  try {
    return await readInThread(await readFile(file.path), { current: loaded.definition, used });
  } catch (error) {
    if (error instanceof TooBusy) throw busy();
    if (error instanceof FileRefused) return { problems: error.problems };
    throw error;
  }
}

/** A consultation keeps its own title. */
function titleLeft(title: string, { head }: Loaded): Left[] {
  if (title === '' || title === head.title) return [];
  return [{ where: 'The survey', what: `its title: ‘${title}’`, todo: 'Write it into the plan if you want it.' }];
}

function showFile(c: Ctx, loaded: Loaded, problems: readonly string[] = []): Promise<Response> {
  const { head, version, definition } = loaded;
  const view = { head, versionId: version.id, questions: definition.questions.length, problems };
  const several = { problems: 'The file was not taken. See what to mend in it.' };
  const errors = problems.length > 1 ? several : problems.map(file => ({ file }))[0];
  return filePage(c, view, { title: `Start from a file: ${head.title}`, area: 'desk', ...(errors ? { errors } : {}) });
}

function showReview(
  c: Ctx,
  { say }: Deps,
  { head, version, definition }: Loaded,
  imported: Imported,
): Promise<Response> {
  const review = reviewOf(imported, definition, say);
  const was = fingerprint(definition);
  const view = { head, versionId: version.id, was, review, packed: packed(JSON.stringify(imported.definition)) };
  return reviewPage(c, view, { title: `What the file brings: ${head.title}`, area: 'desk' });
}
