import type { Who } from '../../people/roles.ts';
import type { Ctx } from '../../web/context.ts';
import type { Deps } from '../../web/deps.ts';
import { conflict, notFound } from '../../web/errors.ts';
import { readForm, type FieldErrors } from '../../web/forms.ts';
import { page } from '../../web/render.ts';
import { param, type Site } from '../../web/site.ts';
import { aboutOf } from './about-rules.ts';
import { correctTyping } from './correct-typing.ts';
import { formView, hasSeenLeft, problemsOf, readPaperForm, type FormView, type Questions } from './form-page.ts';
import { fieldsOf } from './form-rules.ts';
import { mayType, type Desk } from './load.ts';
import { loadPaper, type Paper } from './load-paper.ts';
import { placeOf } from './sample.ts';
import { firstTyping } from './type-again.ts';

type CorrectView = FormView & { desk: Desk; paper: { id: string; reference: string } };

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
    return showCorrect(c, now, formView(questionsOf(now), form, deps));
  });

  site.post(STAFF, PATH, async (c, who) => {
    const now = await paperAt(c, deps, who);
    const { desk, paper: row, version } = now;
    if (!mayType(desk, deps.today())) throw conflict();
    if ((await placeOf(deps.db.read, who, desk, row.id)) !== c.req.path) throw conflict();
    const typed = await readForm(c);
    const posted = readPaperForm(deps, desk, questionsOf(now), typed);
    const errors = problemsOf(questionsOf(now), posted, deps);
    const { about, checked, kept: answers, unreadable } = posted;
    if (!checked.ok || Object.keys(errors).length > 0 || !hasSeenLeft(posted, typed)) {
      return showCorrect(c, now, formView(questionsOf(now), { about, typed, posted }, deps), errors);
    }
    const { channel, edition, day } = checked;
    const given = { row, version, typing: { answers, unreadable }, came: { channel, edition, day } };
    await correctTyping(deps.db.write, who, { ...given, now: deps.now() });
    return c.redirect(`${desk.base}/typing?saved=${row.id}`, 303);
  });
}

const paperAt = (c: Ctx, deps: Deps, who: Who): Promise<Paper> =>
  loadPaper(deps, who, { id: param(c, 'id'), response: param(c, 'response') });

const questionsOf = ({ version, entries }: Paper): Questions => ({ definition: version.definition, entries });

function showCorrect(c: Ctx, { desk, paper }: Paper, form: FormView, errors: FieldErrors = {}): Promise<Response> {
  const view = { ...form, desk, paper: { id: paper.id, reference: paper.reference } };
  const title = `Correct ${paper.reference}: ${desk.head.title}`;
  return correctPage(c, view, { title, area: 'desk', errors, scripts: ['typing'] });
}
