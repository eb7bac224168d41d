import { readFile } from 'node:fs/promises';
import { headFor, type DeskHead } from '../consultations/desk-view.ts';
import { factsOfOne } from '../consultations/facts.ts';
import { findForOfficer } from '../consultations/queries.ts';
import type { Consultation, Media } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found, notFound } from '../web/errors.ts';
import { checkForm, cleanText, firstValues, one, type FieldErrors } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { withUpload, type SentFile, type Upload } from '../web/uploads.ts';
import { changeWords } from './change.ts';
import type { MediaKind } from './file-rules.ts';
import { languageOptions, wordsForms } from './form-rules.ts';
import { missingWords, nouns, type Shown } from './media-rules.ts';
import { findMedia } from './queries.ts';
import { asShown } from './shown.ts';

type Values = Record<string, string>;
type WordsView = {
  head: DeskHead;
  id: string;
  media: Shown;
  noun: string;
  missing: string[];
  spoken: typeof languageOptions;
  values: Values;
};
type Loaded = { row: Consultation; file: Media; kind: MediaKind };

const wordsPage = page<WordsView>('media/words');

const PATH = '/desk/consultations/:id/media/:media';
const STAFF = ['officer', 'administrator'] as const;

/** What stands for one file in words: its description, captions and transcript. */
export function registerMediaWords(site: Site, deps: Deps): void {
  site.get(STAFF, PATH, async (c, who) => {
    const loaded = await load(c, deps, who);
    const { alt, language, transcript, captions } = loaded.file;
    return show(c, deps, who, loaded, { alt, language, transcript, captions: captions ?? '' });
  });

  site.post(STAFF, PATH, async (c, who) => {
    const loaded = await load(c, deps, who);
    const { row, file, kind } = loaded;
    return withUpload(c, async upload => {
      const typed = { ...upload.typed, captions: [await captionsOf(upload)] };
      const checked = checkForm(wordsForms[kind], typed);
      if (!checked.ok) return show(c, deps, who, loaded, firstValues(typed), checked.errors);
      const words = { transcript: '', captions: null, ...checked.value };
      await changeWords(deps.db.write, who, file, words, deps.now());
      return c.redirect(`/desk/consultations/${row.id}/media#file-${file.id}`, 303);
    });
  });
}

async function load(c: Ctx, deps: Deps, who: Who): Promise<Loaded> {
  const row = found(await findForOfficer(deps.db.read, who, param(c, 'id')));
  const file = found(await findMedia(deps.db.read, param(c, 'media')));
  if (file.consultation_id !== row.id) throw notFound();
  return { row, file, kind: asShown(file).kind };
}

/** From the file when one was chosen, so that it stands in the box when something is wrong with it. */
async function captionsOf({ typed, files }: Upload): Promise<string> {
  const file: SentFile | undefined = files.get('captionsFile');
  return file ? cleanText(await readFile(file.path, 'utf8')) : one(typed, 'captions');
}

async function show(
  c: Ctx,
  deps: Deps,
  who: Who,
  { row, file, kind }: Loaded,
  values: Values,
  errors: FieldErrors = {},
): Promise<Response> {
  const media = asShown(file);
  const view = {
    head: await headFor(deps.db.read, who, await factsOfOne(deps.db.read, row), deps.today()),
    id: file.id,
    media,
    noun: nouns[kind],
    missing: missingWords(media),
    spoken: languageOptions,
    values,
  };
  return wordsPage(c, view, { title: `Words for a ${nouns[kind]}: ${row.title}`, area: 'desk', errors });
}
