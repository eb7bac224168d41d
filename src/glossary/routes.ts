import { z } from 'zod';
import type { GlossaryWord } from '../db/schema.ts';
import { hasAny } from '../people/roles.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found } from '../web/errors.ts';
import { optional, required } from '../web/fields.ts';
import { checkForm, firstValues, one, readForm, type FieldErrors } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { addToGlossary, changeInGlossary, removeFromGlossary } from './change.ts';
import { presets } from './presets.ts';
import { listGlossary } from './queries.ts';
import { isSame } from './term-rules.ts';

type Values = Record<string, string>;
type ListView = { words: GlossaryWord[]; presets: typeof presets; values: Values; done: string | undefined };
type WordView = { word: GlossaryWord; values: Values; mayRemove: boolean };

const listPage = page<ListView>('glossary/list');
const wordPage = page<WordView>('glossary/word');

const PATH = '/desk/words';
const STAFF = ['officer', 'administrator'] as const;

const wordForm = z.object({
  term: required('Enter the word or the short form.', 60),
  meaning: required('Say what it means.', 200),
  cy: optional(200),
  pl: optional(200),
  ur: optional(200),
});

const notices: Record<string, string> = {
  added: 'Added. Public pages explain it from now on.',
  changed: 'Saved. Public pages show it from now on.',
  removed: 'Removed.',
};

/** The words that the partnership explains. Officers add and change them; taking one out of every page is for administrators. */
export function registerGlossaryRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, PATH, c => showList(c, deps, {}));

  site.post(STAFF, PATH, async (c, who) => {
    const typed = await readForm(c);
    const read = readWord(typed, await listGlossary(deps.db.read));
    if (!read.ok) return showList(c, deps, firstValues(typed), read.errors);
    await addToGlossary(deps.db.write, who, [read.value], deps.now());
    return c.redirect(`${PATH}?done=added`, 303);
  });

  site.post(STAFF, `${PATH}/usual`, async (c, who) => {
    const chosen = (await readForm(c))['usual'] ?? [];
    const words = presets
      .filter(({ term }) => chosen.includes(term))
      .map(each => ({ ...each, cy: '', pl: '', ur: '' }));
    if (words.length === 0) return showList(c, deps, {}, { usual: 'Tick at least one.' });
    await addToGlossary(deps.db.write, who, words, deps.now());
    return c.redirect(`${PATH}?done=added`, 303);
  });

  // Loading it again after it was refused shows the list.
  site.get(STAFF, `${PATH}/usual`, c => c.redirect(PATH, 303));

  site.get(STAFF, `${PATH}/:word`, async (c, who) => {
    const word = await findWord(c, deps);
    return showWord(c, { word, values: { ...word }, mayRemove: hasAny(who, ['administrator']) });
  });

  site.post(STAFF, `${PATH}/:word`, async (c, who) => {
    const word = await findWord(c, deps);
    const typed = await readForm(c);
    const others = (await listGlossary(deps.db.read)).filter(each => each.id !== word.id);
    const read = readWord(typed, others);
    const view = { word, values: firstValues(typed), mayRemove: hasAny(who, ['administrator']) };
    if (!read.ok) return showWord(c, view, read.errors);
    await changeInGlossary(deps.db.write, who, { id: word.id, words: read.value }, deps.now());
    return c.redirect(`${PATH}?done=changed`, 303);
  });

  site.post(['administrator'], `${PATH}/:word/removal`, async (c, who) => {
    await removeFromGlossary(deps.db.write, who, await findWord(c, deps), deps.now());
    return c.redirect(`${PATH}?done=removed`, 303);
  });
}

const findWord = async (c: Ctx, { db }: Deps): Promise<GlossaryWord> =>
  found((await listGlossary(db.read)).find(each => each.id === param(c, 'word')));

function readWord(typed: Record<string, string[]>, others: readonly GlossaryWord[]) {
  const form = checkForm(wordForm, typed);
  if (!others.some(each => isSame(each.term, one(typed, 'term')))) return form;
  const errors: FieldErrors = form.ok ? {} : form.errors;
  return { ok: false as const, errors: { ...errors, term: 'This one is explained already.' } };
}

async function showList(c: Ctx, deps: Deps, values: Values, errors: FieldErrors = {}): Promise<Response> {
  const words = await listGlossary(deps.db.read);
  const view = {
    words,
    values,
    presets: presets.filter(({ term }) => !words.some(each => isSame(each.term, term))),
    done: notices[c.req.query('done') ?? ''],
  };
  return listPage(c, view, { title: 'Words we use', area: 'desk', errors });
}

const showWord = (c: Ctx, view: WordView, errors: FieldErrors = {}): Promise<Response> =>
  wordPage(c, view, { title: `Words we use: ${view.word.term}`, area: 'desk', errors });
