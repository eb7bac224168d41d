import { randomId } from '../../db/ids.ts';
import type { Who } from '../../people/roles.ts';
import type { Ctx } from '../../web/context.ts';
import type { Deps } from '../../web/deps.ts';
import { conflict } from '../../web/errors.ts';
import { one, readForm, type FieldErrors, type Typed } from '../../web/forms.ts';
import { page } from '../../web/render.ts';
import { param, type Site } from '../../web/site.ts';
import { aboutNext, type About } from './about-rules.ts';
import { formView, hasSeenLeft, problemsOf, readPaperForm, type FormView, type Questions } from './form-page.ts';
import { readReference } from './form-rules.ts';
import { loadDesk, mayType, type Desk } from './load.ts';
import type { Posted } from './posted-rules.ts';
import { findByReference, findTyped } from './queries.ts';
import { checksOf, placeOf, type Checks } from './sample.ts';
import { typeIn } from './type-in.ts';

type TypingView = FormView & {
  desk: Desk;
  open: boolean;
  entry: string;
  /** The paper that was just saved, and where it is put right. */
  saved: { reference: string; href: string } | null;
  /** The paper that this form was used for before, and where that is put right. */
  used: { reference: string; href: string } | null;
  /** A reference that was looked for, and is none here. */
  reference: string;
  checks: Checks;
};

const typingPage = page<TypingView>('paper/typing');

const STAFF = ['officer', 'administrator'] as const;
const PATH = '/desk/consultations/:id/typing';

/** Typing in what came on paper, by phone or at an event: one page a paper, by keyboard alone. For the team. */
export function registerTypingRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, PATH, async (c, who) => {
    const desk = await loadDesk(deps, who, param(c, 'id'));
    const reference = c.req.query('reference');
    return reference === undefined ? showNext(c, deps, who, desk) : findPaper(c, deps, who, desk, reference);
  });

  site.post(STAFF, PATH, async (c, who) => {
    const desk = await loadDesk(deps, who, param(c, 'id'));
    if (!mayType(desk, deps.today())) throw conflict();
    const typed = await readForm(c);
    const asked = questionsOf(desk);
    const posted = readPaperForm(deps, desk, asked, typed);
    const errors = problemsOf(asked, posted, deps);
    const { about, checked, kept: answers, unreadable } = posted;
    if (!checked.ok || Object.keys(errors).length > 0 || !hasSeenLeft(posted, typed)) {
      return showTyping(c, deps, who, desk, { about, typed, posted, errors });
    }
    const { channel, edition, day } = checked;
    const entry = one(typed, 'entry') || randomId();
    const given = { answers, unreadable, consultationId: desk.id, version: desk.version, channel, edition, day };
    const outcome = await typeIn(deps.db.write, who, { ...given, entry, now: deps.now() });
    if ('saved' in outcome) return c.redirect(`${desk.base}/typing?saved=${outcome.saved}`, 303);
    const used = await placed(deps, who, desk, outcome.used);
    return showTyping(c, deps, who, desk, { about, typed: { ...typed, entry: [] }, posted, used });
  });
}

const questionsOf = ({ version, entries }: Desk): Questions => ({ definition: version.definition, entries });

async function showNext(c: Ctx, deps: Deps, who: Who, desk: Desk): Promise<Response> {
  const saved = await findTyped(deps.db.read, desk.id, c.req.query('saved') ?? '');
  const shown = { about: aboutNext(saved, deps.today()), saved: saved ? await placed(deps, who, desk, saved) : null };
  return showTyping(c, deps, who, desk, shown);
}

const placed = async (deps: Deps, who: Who, desk: Desk, { id, reference }: { id: string; reference: string }) => ({
  reference,
  href: await placeOf(deps.db.read, who, desk, id),
});

async function findPaper(c: Ctx, deps: Deps, who: Who, desk: Desk, typed: string): Promise<Response> {
  const paper = await findByReference(deps.db.read, desk.id, readReference(typed));
  if (paper) return c.redirect(await placeOf(deps.db.read, who, desk, paper.id), 303);
  const reference = typed.trim()
    ? 'No paper with this reference was typed in here. Look at it again.'
    : 'Enter the reference that is written on the paper.';
  return showTyping(c, deps, who, desk, {
    about: aboutNext(undefined, deps.today()),
    reference: typed,
    errors: { reference },
  });
}

type Shown = {
  about: About;
  saved?: TypingView['saved'];
  used?: TypingView['used'];
  reference?: string;
  typed?: Typed;
  posted?: Posted;
  errors?: FieldErrors;
};

async function showTyping(
  c: Ctx,
  deps: Deps,
  who: Who,
  desk: Desk,
  { about, saved = null, used = null, reference = '', typed = {}, posted, errors = {} }: Shown,
): Promise<Response> {
  const view = {
    ...formView(questionsOf(desk), { about, typed, ...(posted ? { posted } : {}) }, deps),
    desk,
    open: mayType(desk, deps.today()),
    entry: one(typed, 'entry') || randomId(),
    saved,
    used,
    reference,
    checks: await checksOf(deps.db.read, who, desk.id),
  };
  // The title is read out when the page comes by a swap.
  const title = `${saved ? `${saved.reference} saved. ` : ''}Type in answers: ${desk.head.title}`;
  const status = used ? { status: 409 as const } : {};
  return typingPage(c, view, { ...status, title, area: 'desk', errors, scripts: ['typing'] });
}
