import { z } from 'zod';
import { commentsOfTheme, findComment, type Comment } from '../analysis/comment-queries.ts';
import { listThemes } from '../analysis/theme-queries.ts';
import { act } from '../audit/act.ts';
import { randomId } from '../db/ids.ts';
import type { Consultation, Outcome, Quote } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found, notFound } from '../web/errors.ts';
import { longText, many } from '../web/fields.ts';
import { checkForm, firstValues, one, readForm, type FieldErrors } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { afterClose } from './after-close.ts';
import { peopleBehind } from './people.ts';
import { addQuote, findOutcome, listQuotes, removeQuote } from './queries.ts';
import { keepsTo } from './quote-rules.ts';

type ThemeLink = { id: string; name: string };
type ListView = {
  id: string;
  consultation: string;
  entry: Outcome;
  quotes: Quote[];
  themes: ThemeLink[];
  theme: ThemeLink | null;
  comments: Comment[];
  unwilling: number;
  next: string | null;
};
type FormView = { id: string; entry: Outcome; comment: Comment; values: Record<string, string>; checked: string[] };

const listPage = page<ListView>('outcomes/quotes');
const formPage = page<FormView>('outcomes/quote');

const PATH = '/desk/consultations/:id/outcomes/:outcomeId/quotes';
const STAFF = ['officer', 'administrator'] as const;

const quoteForm = z.object({
  words: longText('Keep at least one of their words.', 600),
  checked: many().refine(ticks => ticks.includes('yes'), 'Read the words once more, then tick this box.'),
});

/** Quoting people who said yes, after an officer has read the words and taken out names and places (K08). */
export function registerQuoteDesk(site: Site, deps: Deps): void {
  const { db } = deps;
  const entryOf = async (c: Ctx, row: Consultation) => found(await findOutcome(db.read, row.id, param(c, 'outcomeId')));

  site.get(
    STAFF,
    PATH,
    afterClose(deps, async (c, { row }) => showList(c, deps, row, await entryOf(c, row))),
  );
  site.get(
    STAFF,
    `${PATH}/new`,
    afterClose(deps, async (c, { row }) => {
      const [response, question] = [c.req.query('response') ?? '', c.req.query('question') ?? ''];
      const comment = await quotable(deps, row.id, response, question);
      return showForm(c, row.id, await entryOf(c, row), comment);
    }),
  );
  site.post(
    STAFF,
    PATH,
    afterClose(deps, async (c, { row }, who) => {
      const entry = await entryOf(c, row);
      const typed = await readForm(c);
      const comment = await quotable(deps, row.id, one(typed, 'response'), one(typed, 'question'));
      const checked = checkForm(quoteForm, typed);
      const errors: FieldErrors = checked.ok ? {} : checked.errors;
      if (!keepsTo(comment.words, one(typed, 'words'))) {
        errors.words = 'Only leave words out. Put your own words in [square brackets].';
      }
      if (!checked.ok || Object.keys(errors).length > 0) return showForm(c, row.id, entry, comment, errors);
      await quote(deps, who, entry, comment, checked.value.words);
      return c.redirect(`/desk/consultations/${row.id}/outcomes/${entry.id}/quotes`, 303);
    }),
  );
  site.post(
    STAFF,
    `${PATH}/:quoteId/removal`,
    afterClose(deps, async (c, { row }, who) => {
      const entry = await entryOf(c, row);
      await act(db.write, doing(deps, who, 'remove quote', row.id), tx =>
        removeQuote(tx, entry.id, param(c, 'quoteId')),
      );
      return c.redirect(`/desk/consultations/${row.id}/outcomes/${entry.id}/quotes`, 303);
    }),
  );
}

const doing = (deps: Deps, who: Who, what: string, consultationId: string) => ({
  person: who,
  act: what,
  subject: { kind: 'consultation', id: consultationId },
  now: deps.now(),
});

function quote(deps: Deps, who: Who, entry: Outcome, comment: Comment, words: string): Promise<void> {
  const row = { id: randomId(), outcome_id: entry.id, response_id: comment.responseId, question: comment.question };
  return act(deps.db.write, doing(deps, who, 'add quote', entry.consultation_id), tx =>
    addQuote(tx, { ...row, words }),
  );
}

/** The comment, if its writer said that it may be quoted. */
async function quotable(deps: Deps, consultationId: string, response: string, question: string): Promise<Comment> {
  const comment = found(await findComment(deps.db.read, consultationId, response, question));
  if (!comment.mayQuote || comment.isSetAside) throw notFound();
  return comment;
}

async function showList(c: Ctx, deps: Deps, row: Consultation, entry: Outcome): Promise<Response> {
  const { read } = deps.db;
  const [all, { themesOf }, quotes] = await Promise.all([
    listThemes(read, row.id),
    peopleBehind(read, row.id),
    listQuotes(read, row.id),
  ]);
  const themes = all.filter(theme => themesOf.get(entry.id)?.includes(theme.id)).map(({ id, name }) => ({ id, name }));
  const theme = themes.find(each => each.id === c.req.query('theme')) ?? themes[0] ?? null;
  const found = theme
    ? await commentsOfTheme(read, theme.id, c.req.query('after') ?? '')
    : { comments: [], next: null };
  const view = {
    id: row.id,
    consultation: row.title,
    entry,
    quotes: quotes.filter(each => each.outcome_id === entry.id),
    themes,
    theme,
    comments: found.comments.filter(comment => comment.mayQuote),
    unwilling: found.comments.filter(comment => !comment.mayQuote).length,
    next: found.next,
  };
  return listPage(c, view, { title: `Quotes: ${entry.heading}, ${row.title}`, area: 'desk' });
}

function showForm(c: Ctx, id: string, entry: Outcome, comment: Comment, errors: FieldErrors = {}): Promise<Response> {
  const typed = c.get('typed');
  const values = typed ? firstValues(typed) : { words: comment.words };
  const view = { id, entry, comment, values, checked: typed?.['checked'] ?? [] };
  return formPage(c, view, { title: `Quote for ${entry.heading}`, area: 'desk', errors });
}
