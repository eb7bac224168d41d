import { headFor, type DeskHead } from '../consultations/desk-view.ts';
import { factsOfOne } from '../consultations/facts.ts';
import { findForOfficer, latestVersion } from '../consultations/queries.ts';
import type { Consultation } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import { readDefinition } from '../surveys/definition.ts';
import { called } from '../surveys/number-rules.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found, notFound } from '../web/errors.ts';
import { checkForm, firstValues, readForm, type FieldErrors } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { headOf, withUpload, type SentFile } from '../web/uploads.ts';
import { addFile } from './add.ts';
import { FileIsUsed, removeFile } from './change.ts';
import { HEAD_BYTES, notTaken, recognise, takenFiles } from './file-rules.ts';
import { addForm, languageOptions } from './form-rules.ts';
import { mediaIn, missingWords, type Shown } from './media-rules.ts';
import { findMedia, listMedia } from './queries.ts';
import { asShown } from './shown.ts';
import { UnreadablePicture } from './small-picture.ts';

type Row = Shown & { id: string; missing: string[]; usedIn: string[] };
type MediaView = { head: DeskHead; rows: Row[]; spoken: typeof languageOptions; values: Values };
type Values = Record<string, string>;

const mediaPage = page<MediaView>('media/list');

const PATH = '/desk/consultations/:id/media';
const STAFF = ['officer', 'administrator'] as const;
/** The pictures, videos and recordings of a consultation: adding one, and taking one away. */
export function registerMediaDesk(site: Site, deps: Deps): void {
  const load = async (c: Ctx, who: Who) => found(await findForOfficer(deps.db.read, who, param(c, 'id')));

  site.get(STAFF, PATH, async (c, who) => show(c, deps, who, await load(c, who)));

  site.post(STAFF, PATH, async (c, who) => {
    const row = await load(c, who);
    return withUpload(c, async ({ typed, files }) => {
      const checked = checkForm(addForm, typed);
      const file = await readFile(files.get('file'));
      const errors = { ...file.errors, ...(checked.ok ? {} : checked.errors) };
      const again = file.sent ? { file: 'Choose the file again.' } : {};
      if (!checked.ok || !file.sent) return show(c, deps, who, row, firstValues(typed), { ...again, ...errors });
      const given = { ...file.sent, ...checked.value, consultationId: row.id, now: deps.now() };
      const id = await addFile(deps.db.write, who, given).catch(nullWhenUnreadable);
      const damaged = { file: 'We cannot read this picture. Save it again, smaller, and try once more.' };
      if (id === null) return show(c, deps, who, row, firstValues(typed), damaged);
      const place = `/desk/consultations/${row.id}/media`;
      return c.redirect(file.sent.type.kind === 'picture' ? `${place}#file-${id}` : `${place}/${id}`, 303);
    });
  });

  site.post(STAFF, `${PATH}/:media/removal`, async (c, who) => {
    const row = await load(c, who);
    await readForm(c);
    const file = await findMedia(deps.db.read, param(c, 'media'));
    if (file?.consultation_id !== row.id) throw notFound();
    try {
      await removeFile(deps.db.write, who, file, deps.now());
    } catch (error) {
      if (!(error instanceof FileIsUsed)) throw error;
      const message =
        'The survey shows this file. Take it out of the question first; a published survey keeps its files.';
      return show(c, deps, who, row, {}, { [`file-${file.id}`]: message });
    }
    return c.redirect(`/desk/consultations/${row.id}/media`, 303);
  });
}

type Read = { sent?: SentFile & { type: NonNullable<ReturnType<typeof recognise>> }; errors: FieldErrors };

async function readFile(file: SentFile | undefined): Promise<Read> {
  if (!file) return { errors: { file: takenFiles } };
  const type = recognise(await headOf(file, HEAD_BYTES));
  return type ? { sent: { ...file, type }, errors: {} } : { errors: { file: notTaken } };
}

function nullWhenUnreadable(error: unknown): null {
  if (error instanceof UnreadablePicture) return null;
  throw error;
}

async function show(
  c: Ctx,
  deps: Deps,
  who: Who,
  row: Consultation,
  values: Values = {},
  errors: FieldErrors = {},
): Promise<Response> {
  const head = await headFor(deps.db.read, who, await factsOfOne(deps.db.read, row), deps.today());
  const rows = await rowsOf(deps, row.id);
  const view = { head, rows, spoken: languageOptions, values: { language: 'en', ...values } };
  return mediaPage(c, view, { title: `Media: ${row.title}`, area: 'desk', errors });
}

async function rowsOf(deps: Deps, id: string): Promise<Row[]> {
  const version = found(await latestVersion(deps.db.read, id));
  const definition = readDefinition(version.definition);
  const files = await listMedia(deps.db.read, id);
  return files.map(file => ({
    ...asShown(file),
    id: file.id,
    missing: missingWords(asShown(file)),
    usedIn: definition.questions
      .filter(question => mediaIn(question).includes(file.id))
      .map(question => called(definition, question.id)),
  }));
}
