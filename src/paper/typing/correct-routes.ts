import type { Who } from '../../people/roles.ts';
import type { Ctx } from '../../web/context.ts';
import type { Deps } from '../../web/deps.ts';
import { conflict, notFound } from '../../web/errors.ts';
import { one, readForm, type FieldErrors } from '../../web/forms.ts';
import { page } from '../../web/render.ts';
import { param, type Site } from '../../web/site.ts';
import { aboutOf } from './about-rules.ts';
import { correctTyping } from './correct-typing.ts';
import { clashesOf, type Clash } from './difference-view.ts';
import { formView, hasSeenLeft, problemsOf, readPaperForm, type FormView, type Questions } from './form-page.ts';
import { fieldsOf } from './form-rules.ts';
import { mayType, type Desk } from './load.ts';
import { loadPaper, type Paper } from './load-paper.ts';
import { placeOf } from './sample.ts';
import { PaperChanged, stampOf, standingOf, type Standing } from './standing.ts';
import { firstTyping } from './type-again.ts';

type CorrectView = FormView & {
  desk: Desk;
  paper: { id: string; reference: string };
  /** Of the paper as this form shows or answers it. */
  stamp: string;
  /** Where what somebody else saved meanwhile differs from what was typed here; null while nobody did. */
  clashes: Clash[] | null;
};

const correctPage = page<CorrectView>('paper/correct');

const STAFF = ['officer', 'administrator'] as const;
const PATH = '/desk/consultations/:id/typing/papers/:response';

/** Putting right a paper that was typed in, until decisions are published. */
export function registerCorrectRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, PATH, async (c, who) => {
    const now = await paperAt(c, deps, who);
    if (!mayType(now.desk, deps.today())) throw notFound();
    const place = await placeOf(deps.db.read, who, now.desk, now.paper.id);
    if (place !== c.req.path) return c.redirect(place, 303);
    const form = { about: aboutOf(now.paper), typed: fieldsOf(now.entries, firstTyping(now.paper)) };
    return showCorrect(c, now, formView(questionsOf(now), form, deps), { stamp: stampOf(now.paper) });
  });

  site.post(STAFF, PATH, async (c, who) => {
    const now = await paperAt(c, deps, who);
    const { desk, paper: row, version } = now;
    if (!mayType(desk, deps.today())) throw conflict();
    if ((await placeOf(deps.db.read, who, desk, row.id)) !== c.req.path) throw conflict();
    const typed = await readForm(c);
    const stamp = one(typed, '_stamp');
    const posted = readPaperForm(deps, desk, questionsOf(now), typed);
    const errors = problemsOf(questionsOf(now), posted, deps);
    const { about, checked, kept: answers, unreadable } = posted;
    if (!checked.ok || Object.keys(errors).length > 0 || !hasSeenLeft(posted, typed)) {
      return showCorrect(c, now, formView(questionsOf(now), { about, typed, posted }, deps), { stamp, errors });
    }
    const { channel, edition, day } = checked;
    const [typing, came] = [
      { answers, unreadable },
      { channel, edition, day },
    ];
    try {
      await correctTyping(deps.db.write, who, { row, version, typing, came, stamp, now: deps.now() });
    } catch (error) {
      if (!(error instanceof PaperChanged)) throw error;
      const form = formView(questionsOf(now), { about, typed, posted }, deps);
      const clash = await showClash(c, deps, await paperAt(c, deps, who), form, standingOf(typing, came));
      if (clash) return clash;
    }
    return c.redirect(`${desk.base}/typing?saved=${row.id}`, 303);
  });
}

const paperAt = (c: Ctx, deps: Deps, who: Who): Promise<Paper> =>
  loadPaper(deps, who, { id: param(c, 'id'), response: param(c, 'response') });

const questionsOf = ({ version, entries }: Paper): Questions => ({ definition: version.definition, entries });

/** What was saved meanwhile beside what was typed; nothing to show where both say the same, as after two presses. */
async function showClash(c: Ctx, deps: Deps, saved: Paper, form: FormView, typed: Standing): Promise<Response | null> {
  const stamp = stampOf(saved.paper);
  if (stamp === stampOf(typed)) return null;
  return showCorrect(c, saved, form, { stamp, clashes: clashesOf(saved, saved.paper, typed, deps.say) });
}

function showCorrect(
  c: Ctx,
  { desk, paper }: Paper,
  form: FormView,
  { stamp, clashes = null, errors = {} }: { stamp: string; clashes?: CorrectView['clashes']; errors?: FieldErrors },
): Promise<Response> {
  const view = { ...form, desk, paper: { id: paper.id, reference: paper.reference }, stamp, clashes };
  const title = `Correct ${paper.reference}: ${desk.head.title}`;
  const status = clashes ? { status: 409 as const } : {};
  return correctPage(c, view, { ...status, title, area: 'desk', errors, scripts: ['typing'] });
}
