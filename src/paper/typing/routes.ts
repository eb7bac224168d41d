import { randomId } from '../../db/ids.ts';
import type { Who } from '../../people/roles.ts';
import type { Ctx } from '../../web/context.ts';
import type { Deps } from '../../web/deps.ts';
import { conflict } from '../../web/errors.ts';
import { one, readDate, readForm, type FieldErrors, type Typed } from '../../web/forms.ts';
import { page } from '../../web/render.ts';
import { param, type Site } from '../../web/site.ts';
import { printable, type NamedEdition } from '../edition-names.ts';
import { aboutOf, readAbout, type About } from './about-rules.ts';
import { errorsBy, namesOf, typingFields, type TypingField } from './form-view.ts';
import { channels, keptOf, readTyped } from './form-rules.ts';
import { loadDesk, mayType, type Desk } from './load.ts';
import { findTyped } from './queries.ts';
import { checksOf, type Checks } from './sample.ts';
import { typeIn } from './type-in.ts';

type TypingView = {
  desk: Desk;
  open: boolean;
  about: About;
  channels: readonly string[];
  editions: NamedEdition[];
  fields: TypingField[];
  entry: string;
  saved: { reference: string } | null;
  /** Questions whose answers are not kept, as the path leads past them, and the ids that say so. */
  left: string[];
  leaving: string;
  checks: Checks;
};

const typingPage = page<TypingView>('paper/typing');

const STAFF = ['officer', 'administrator'] as const;
const PATH = '/desk/consultations/:id/typing';

/** Typing in what came on paper, by phone or at an event: one page a paper, by keyboard alone. For the team. */
export function registerTypingRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, PATH, async (c, who) => {
    const desk = await loadDesk(deps, who, param(c, 'id'));
    const saved = await findTyped(deps.db.read, desk.id, c.req.query('saved') ?? '');
    const about = aboutOf(saved, deps.today());
    return showTyping(c, deps, who, desk, { about, saved: saved ?? null });
  });

  site.post(STAFF, PATH, async (c, who) => {
    const desk = await loadDesk(deps, who, param(c, 'id'));
    if (!mayType(desk, deps.today())) throw conflict();
    const typed = await readForm(c);
    const about = {
      channel: one(typed, 'channel'),
      received: readDate(typed, 'received'),
      edition: one(typed, 'edition'),
    };
    const checked = readAbout(about, {
      ...desk.dates,
      today: deps.today(),
      editions: printable(desk.version.definition, deps.say).map(each => each.value),
    });
    const { answers, unreadable, errors } = readTyped(desk.entries, typed);
    const { kept, left } = keptOf(desk.version.definition, answers);
    const isEmpty = Object.keys(kept).length + left.length + unreadable.length === 0 && errors.size === 0;
    const problems = {
      ...(isEmpty
        ? { channel: 'Nothing is filled in yet. Type in at least one answer, or tick ‘Could not read it’.' }
        : {}),
      ...(checked.ok ? {} : checked.errors),
      ...errorsBy(desk.entries, errors, deps.say),
    };
    const isNew = left.join() !== one(typed, 'leaving');
    if (!checked.ok || errors.size > 0 || isNew || isEmpty) {
      return showTyping(c, deps, who, desk, { about, typed, answerErrors: errors, errors: problems, left });
    }
    const { channel, edition, day } = checked;
    const entry = one(typed, 'entry') || randomId();
    const given = { answers: kept, unreadable, consultationId: desk.id, version: desk.version, channel, edition, day };
    const id = await typeIn(deps.db.write, who, { ...given, entry, now: deps.now() });
    return c.redirect(`${desk.base}/typing?saved=${id}`, 303);
  });
}

type Shown = {
  about: About;
  saved?: { reference: string } | null;
  typed?: Typed;
  answerErrors?: ReturnType<typeof readTyped>['errors'];
  errors?: FieldErrors;
  left?: string[];
};

async function showTyping(
  c: Ctx,
  deps: Deps,
  who: Who,
  desk: Desk,
  { about, saved = null, typed = {}, answerErrors = new Map(), errors = {}, left = [] }: Shown,
): Promise<Response> {
  const view = {
    desk,
    open: mayType(desk, deps.today()),
    about,
    channels,
    editions: printable(desk.version.definition, deps.say),
    fields: typingFields(desk.entries, typed, answerErrors, deps.say),
    entry: one(typed, 'entry') || randomId(),
    saved,
    left: namesOf(desk.entries, left),
    leaving: left.join(),
    checks: await checksOf(deps.db.read, who, desk.id),
  };
  return typingPage(c, view, {
    title: `Type in answers: ${desk.head.title}`,
    area: 'desk',
    errors,
    scripts: ['typing'],
  });
}
