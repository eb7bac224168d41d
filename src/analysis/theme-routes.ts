import { z } from 'zod';
import { act } from '../audit/act.ts';
import type { DeskHead } from '../consultations/desk-view.ts';
import { findForTeam } from '../consultations/queries.ts';
import { randomId } from '../db/ids.ts';
import type { Consultation, Theme } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { badRequest, conflict, found } from '../web/errors.ts';
import { many, optional, required } from '../web/fields.ts';
import { checkForm, firstValues, one, readForm, type FieldErrors } from '../web/forms.ts';
import { fragment, page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { baseOf, headOf, inWords, type ShownComment } from './team-pages.ts';
import { commentsOfTheme, findComment } from './comment-queries.ts';
import * as themes from './theme-queries.ts';

type Values = Record<string, string>;
type ThemesView = { head: DeskHead; base: string; themes: themes.CountedTheme[]; values: Values };
type ThemeView = {
  head: DeskHead;
  base: string;
  theme: Theme;
  values: Values;
  inOutcome: boolean;
  comments: ShownComment[];
  next: string | null;
};

const savedPart = fragment<object>('analysis/saved');
const themesPage = page<ThemesView>('analysis/themes');
const themePage = page<ThemeView>('analysis/theme');

const themeForm = z.object({
  name: required('Give the theme a short name.', 80),
  summary: optional(500),
});
const marksForm = z.object({
  response: required('', 40),
  question: required('', 20),
  theme: many(40),
  back: optional(400),
});

/** What comments say, named by the team: themes, and the marks that tie comments to them. */
export function registerThemeRoutes(site: Site, deps: Deps): void {
  const staff = ['officer', 'administrator'] as const;
  const path = '/desk/consultations/:id';
  const team = async (c: Ctx, who: Who) => found(await findForTeam(deps.db.read, who, param(c, 'id')));
  const theme = async (c: Ctx, row: Consultation) =>
    found(await themes.findTheme(deps.db.read, row.id, param(c, 'theme')));
  site.get(staff, `${path}/themes`, async (c, who) => showThemes(c, deps, await team(c, who)));
  site.post(staff, `${path}/themes`, async (c, who) => addTheme(c, deps, who, await team(c, who)));
  site.get(staff, `${path}/themes/:theme`, async (c, who) => {
    const row = await team(c, who);
    return showTheme(c, deps, row, await theme(c, row));
  });
  site.post(staff, `${path}/themes/:theme`, async (c, who) => {
    const row = await team(c, who);
    return changeTheme(c, deps, who, row, await theme(c, row));
  });
  site.post(staff, `${path}/themes/:theme/removal`, async (c, who) => {
    const row = await team(c, who);
    return removeTheme(c, deps, who, row, await theme(c, row));
  });
  site.post(staff, `${path}/marks`, async (c, who) => mark(c, deps, who, await team(c, who)));
}

async function showThemes(c: Ctx, deps: Deps, row: Consultation, values: Values = {}, errors: FieldErrors = {}) {
  const [head, rows] = await Promise.all([headOf(deps, row), themes.listThemes(deps.db.read, row.id)]);
  const view = { head, base: baseOf(row), themes: rows, values };
  return themesPage(c, view, { title: `Themes: ${row.title}`, area: 'desk', errors });
}

async function addTheme(c: Ctx, deps: Deps, who: Who, row: Consultation): Promise<Response> {
  const typed = await readForm(c);
  const form = checkForm(themeForm, typed);
  if (!form.ok) return showThemes(c, deps, row, firstValues(typed), form.errors);
  const id = randomId();
  const now = deps.now();
  const doing = { person: who, act: 'add theme', subject: { kind: 'theme', id }, now };
  await act(deps.db.write, doing, async tx => {
    const last = (await themes.listThemes(tx, row.id)).at(-1)?.position ?? 0;
    await themes.addTheme(tx, {
      id,
      consultation_id: row.id,
      position: last + 1,
      ...form.value,
      created_at: now.toString({ smallestUnit: 'millisecond' }),
      created_by: who.id,
    });
  });
  return c.redirect(`${baseOf(row)}/themes#theme-${id}`, 303);
}

async function showTheme(
  c: Ctx,
  deps: Deps,
  row: Consultation,
  theme: Theme,
  values: Values = { name: theme.name, summary: theme.summary },
  errors: FieldErrors = {},
): Promise<Response> {
  const db = deps.db.read;
  const base = baseOf(row);
  const [head, { comments, next }, inOutcome] = await Promise.all([
    headOf(deps, row),
    commentsOfTheme(db, theme.id, c.req.query('after') ?? ''),
    themes.isInOutcome(db, theme.id),
  ]);
  const shown = comments.map(comment => inWords(deps, comment));
  const more = next === null ? null : `${base}/themes/${theme.id}?after=${next}`;
  const view = { head, base, theme, values, inOutcome, comments: shown, next: more };
  return themePage(c, view, { title: `Theme: ${theme.name}`, area: 'desk', errors });
}

async function changeTheme(c: Ctx, deps: Deps, who: Who, row: Consultation, theme: Theme): Promise<Response> {
  const typed = await readForm(c);
  const form = checkForm(themeForm, typed);
  if (!form.ok) return showTheme(c, deps, row, theme, firstValues(typed), form.errors);
  const doing = { person: who, act: 'change theme', subject: { kind: 'theme', id: theme.id }, now: deps.now() };
  await act(deps.db.write, doing, tx => themes.changeTheme(tx, theme.id, form.value));
  return c.redirect(`${baseOf(row)}/themes#theme-${theme.id}`, 303);
}

async function removeTheme(c: Ctx, deps: Deps, who: Who, row: Consultation, theme: Theme): Promise<Response> {
  const doing = { person: who, act: 'remove theme', subject: { kind: 'theme', id: theme.id }, now: deps.now() };
  await act(deps.db.write, doing, async tx => {
    if (await themes.isInOutcome(tx, theme.id)) throw conflict();
    await themes.removeTheme(tx, theme.id);
  });
  return c.redirect(`${baseOf(row)}/themes`, 303);
}

async function mark(c: Ctx, deps: Deps, who: Who, row: Consultation): Promise<Response> {
  const typed = await readForm(c);
  const form = checkForm(marksForm, typed);
  if (!form.ok) throw badRequest();
  const { response, question, theme: chosen } = form.value;
  const now = deps.now();
  const doing = { person: who, act: 'mark comment', subject: { kind: 'response', id: response }, now };
  await act(deps.db.write, doing, async tx => {
    const comment = found(await findComment(tx, row.id, response, question));
    const known = new Set((await themes.listThemes(tx, row.id)).map(theme => theme.id));
    const mine = [...new Set(chosen)].filter(id => known.has(id));
    await themes.replaceMarks(tx, comment, mine, { id: who.id, now: now.toString({ smallestUnit: 'millisecond' }) });
  });
  if (c.req.query('part')) return savedPart(c, {});
  return c.redirect(safeBack(one(typed, 'back'), row, response), 303);
}

/** Back to the page of comments that it came from, at the comment; never away from this consultation. */
function safeBack(back: string, row: Consultation, response: string): string {
  const base = baseOf(row);
  const fits = back.startsWith(`${base}/`) && /^[\w\-./?=&]*$/.test(back) && !back.includes('..');
  return `${fits ? back : `${base}/answers`}#comment-${response}`;
}
