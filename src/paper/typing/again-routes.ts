import type { Who } from '../../people/roles.ts';
import type { TypedCheck } from '../../db/schema.ts';
import type { Ctx } from '../../web/context.ts';
import type { Deps } from '../../web/deps.ts';
import { conflict, found, notFound } from '../../web/errors.ts';
import { one, readForm, type FieldErrors, type Typed } from '../../web/forms.ts';
import { page } from '../../web/render.ts';
import { param, type Site } from '../../web/site.ts';
import { compare, settled, type Typing } from './check-rules.ts';
import { labelOf, wordsOf } from './difference-view.ts';
import { errorsBy, typingFields, type TypingField } from './form-view.ts';
import { keptOf, readTyped } from './form-rules.ts';
import { loadDesk, mayType, type Desk } from './load.ts';
import { loadPaper, type Paper } from './load-paper.ts';
import { findCheck, type TypedRow } from './queries.ts';
import { checksOf, type Checks } from './sample.ts';
import { settleTyping } from './settle-typing.ts';
import { firstTyping, typeAgain } from './type-again.ts';

type Difference = { name: string; label: string; first: string; second: string };

type ListView = {
  desk: Desk;
  checks: Checks;
  open: boolean;
  same: boolean;
  /** A paper that was just typed again although somebody else had done so. */
  twice: string;
};

const listPage = page<ListView>('paper/again-list');
const againPage = page<{ desk: Desk; paper: TypedRow; fields: TypingField[] }>('paper/again');
const differencesPage = page<{ desk: Desk; paper: TypedRow; differences: Difference[]; values: Typed }>(
  'paper/differences',
);

const STAFF = ['officer', 'administrator'] as const;
const PATH = '/desk/consultations/:id/typing/again';
const DIFFERENCES = '/desk/consultations/:id/typing/differences/:response';

/** A sample of the papers is typed by a second person, who does not see what the first one typed. */
export function registerAgainRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, PATH, async (c, who) => {
    const desk = await loadDesk(deps, who, param(c, 'id'));
    return showList(c, deps, who, desk);
  });

  site.get(STAFF, `${PATH}/:response`, async (c, who) => {
    const now = await paperAt(c, deps, who);
    if (!(await isToType(deps, who, now))) throw notFound();
    return showAgain(c, deps, now);
  });

  site.post(STAFF, `${PATH}/:response`, async (c, who) => {
    const now = await paperAt(c, deps, who);
    const typed = await readForm(c);
    const isOpen = await isToType(deps, who, now);
    // Looked for last: whoever is quicker takes the paper out of the sample at any moment.
    const before = await findCheck(deps.db.read, now.paper.id);
    if (before) return afterAgain(c, deps, who, now, before);
    if (!isOpen) throw notFound();
    const read = readTyped(now.entries, typed);
    if (read.errors.size > 0) return showAgain(c, deps, now, typed, read.errors);
    const second = { answers: keptOf(now.version.definition, read.answers).kept, unreadable: read.unreadable };
    const { definition } = now.version;
    const check = await typeAgain(deps.db.write, who, { row: now.paper, definition, second, now: deps.now() });
    return afterAgain(c, deps, who, now, check);
  });

  site.get(STAFF, DIFFERENCES, async (c, who) => {
    const now = await toSettle(c, deps, who);
    if (now.check.settled_at !== null) throw notFound();
    return showDifferences(c, deps, now, {});
  });

  site.post(STAFF, DIFFERENCES, async (c, who) => {
    const now = await toSettle(c, deps, who);
    const typed = await readForm(c);
    if (now.check.settled_at !== null) return afterSettled(c, who, now, now.check);
    const open = differingOf(now).filter(
      ({ question: { id } }) => !['first', 'second'].includes(one(typed, `pick-${id}`)),
    );
    if (open.length > 0) {
      const errors = open.map(
        entry => [`pick-${entry.question.id}`, `${labelOf(entry)}: choose which is right.`] as const,
      );
      return showDifferences(c, deps, now, typed, Object.fromEntries(errors));
    }
    const chosen = new Set(now.differing.filter(id => one(typed, `pick-${id}`) === 'second'));
    const { paper: row, version } = now;
    const typing = settled(now.first, now.second, { differing: now.differing, second: chosen });
    const check = await settleTyping(deps.db.write, who, {
      row,
      version,
      typing,
      second: chosen.size,
      now: deps.now(),
    });
    return afterSettled(c, who, now, check);
  });
}

const paperAt = (c: Ctx, deps: Deps, who: Who): Promise<Paper> =>
  loadPaper(deps, who, { id: param(c, 'id'), response: param(c, 'response') });

/** A paper of the sample that this person may type; whoever typed it first may not, and nobody types it a third time. */
async function isToType(deps: Deps, who: Who, { desk, paper }: Paper): Promise<boolean> {
  const { toType } = await checksOf(deps.db.read, who, desk.id);
  return mayType(desk, deps.today()) && toType.some(({ id }) => id === paper.id);
}

/** On to what this person's own second typing came to, at the second press too; or word that somebody was quicker. */
function afterAgain(
  c: Ctx,
  deps: Deps,
  who: Who,
  { desk, paper }: Paper,
  check: TypedCheck,
): Response | Promise<Response> {
  if (check.typed_by !== who.id) return showList(c, deps, who, desk, paper.reference);
  const next = check.differed === 0 ? 'again?same=1' : check.settled_at ? 'again' : `differences/${paper.id}`;
  return c.redirect(`${desk.base}/typing/${next}`, 303);
}

async function showList(c: Ctx, deps: Deps, who: Who, desk: Desk, twice = ''): Promise<Response> {
  const checks = await checksOf(deps.db.read, who, desk.id);
  const same = c.req.query('same') !== undefined;
  const view = { desk, checks, open: mayType(desk, deps.today()), same, twice };
  return listPage(c, view, { title: `Type again: ${desk.head.title}`, area: 'desk', status: twice ? 409 : 200 });
}

type Settling = Paper & { check: TypedCheck; first: Typing; second: Typing; differing: string[] };

async function toSettle(c: Ctx, deps: Deps, who: Who): Promise<Settling> {
  const now = await paperAt(c, deps, who);
  const check = found(await findCheck(deps.db.read, now.paper.id));
  const first = firstTyping(now.paper);
  const second = firstTyping(check);
  return { ...now, check, first, second, differing: compare(now.version.definition, first, second).differing };
}

function afterSettled(c: Ctx, who: Who, { desk }: Paper, check: Pick<TypedCheck, 'settled_by'>): Response {
  if (check.settled_by !== who.id) throw conflict();
  return c.redirect(`${desk.base}/typing/again`, 303);
}

function showAgain(
  c: Ctx,
  deps: Deps,
  { desk, paper, entries }: Paper,
  typed: Typed = {},
  errors: ReturnType<typeof readTyped>['errors'] = new Map(),
): Promise<Response> {
  const view = { desk, paper, fields: typingFields(entries, typed, errors, deps.say) };
  const title = `Type ${paper.reference} again: ${desk.head.title}`;
  const faults = errorsBy(entries, errors, deps.say);
  return againPage(c, view, { title, area: 'desk', errors: faults, scripts: ['typing'] });
}

function showDifferences(
  c: Ctx,
  deps: Deps,
  now: Settling,
  values: Typed,
  errors: FieldErrors = {},
): Promise<Response> {
  const { desk, paper, first, second } = now;
  const differences = differingOf(now).map(entry => ({
    name: `pick-${entry.question.id}`,
    label: labelOf(entry),
    first: wordsOf(entry, first, deps.say),
    second: wordsOf(entry, second, deps.say),
  }));
  const title = `Differences in ${paper.reference}: ${desk.head.title}`;
  return differencesPage(c, { desk, paper, differences, values }, { title, area: 'desk', errors });
}

const differingOf = ({ entries, differing }: Settling) =>
  entries.filter(({ question }) => differing.includes(question.id));
