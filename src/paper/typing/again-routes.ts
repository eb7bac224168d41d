import type { Who } from '../../people/roles.ts';
import { describeAnswer } from '../../surveys/kinds/registry.ts';
import type { Ctx } from '../../web/context.ts';
import type { Deps } from '../../web/deps.ts';
import { found, notFound } from '../../web/errors.ts';
import { one, readForm, type FieldErrors, type Typed } from '../../web/forms.ts';
import { page } from '../../web/render.ts';
import { param, type Site } from '../../web/site.ts';
import type { Entry } from '../entry-rules.ts';
import { compare, settled, type Typing } from './check-rules.ts';
import { errorsBy, typingFields, type TypingField } from './form-view.ts';
import { keptOf, readTyped } from './form-rules.ts';
import { loadDesk, mayType, type Desk } from './load.ts';
import { loadPaper, type Paper } from './load-paper.ts';
import { findCheck, type TypedRow } from './queries.ts';
import { checksOf, type Checks } from './sample.ts';
import { settleTyping } from './settle-typing.ts';
import { firstTyping, typeAgain } from './type-again.ts';

type Difference = { name: string; label: string; first: string; second: string };

const listPage = page<{ desk: Desk; checks: Checks; open: boolean; same: boolean }>('paper/again-list');
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
    const checks = await checksOf(deps.db.read, who, desk.id);
    const view = { desk, checks, open: mayType(desk, deps.today()), same: c.req.query('same') !== undefined };
    return listPage(c, view, { title: `Type again: ${desk.head.title}`, area: 'desk' });
  });

  site.get(STAFF, `${PATH}/:response`, async (c, who) => showAgain(c, deps, await toType(c, deps, who)));

  site.post(STAFF, `${PATH}/:response`, async (c, who) => {
    const now = await toType(c, deps, who);
    const typed = await readForm(c);
    const read = readTyped(now.entries, typed);
    if (read.errors.size > 0) return showAgain(c, deps, now, typed, read.errors);
    const second = { answers: keptOf(now.version.definition, read.answers).kept, unreadable: read.unreadable };
    const { definition } = now.version;
    const differed = await typeAgain(deps.db.write, who, { row: now.paper, definition, second, now: deps.now() });
    const next = differed > 0 ? `differences/${now.paper.id}` : 'again?same=1';
    return c.redirect(`${now.desk.base}/typing/${next}`, 303);
  });

  site.get(STAFF, DIFFERENCES, async (c, who) => showDifferences(c, deps, await toSettle(c, deps, who), {}));

  site.post(STAFF, DIFFERENCES, async (c, who) => {
    const now = await toSettle(c, deps, who);
    const typed = await readForm(c);
    const open = now.differing.filter(id => !['first', 'second'].includes(one(typed, `pick-${id}`)));
    if (open.length > 0) {
      const errors = open.map(id => [`pick-${id}`, `${labelOf(now.entries, id)}: choose which is right.`] as const);
      return showDifferences(c, deps, now, typed, Object.fromEntries(errors));
    }
    const chosen = new Set(now.differing.filter(id => one(typed, `pick-${id}`) === 'second'));
    const { paper: row, version } = now;
    const typing = settled(now.first, now.second, { differing: now.differing, second: chosen });
    await settleTyping(deps.db.write, who, { row, version, typing, second: chosen.size, now: deps.now() });
    return c.redirect(`${now.desk.base}/typing/again`, 303);
  });
}

/** A paper of the sample that this person may type; whoever typed it first may not, and nobody types it a third time. */
async function toType(c: Ctx, deps: Deps, who: Who): Promise<Paper> {
  const now = await loadPaper(deps, who, { id: param(c, 'id'), response: param(c, 'response') });
  const { toType: papers } = await checksOf(deps.db.read, who, now.desk.id);
  if (!mayType(now.desk, deps.today()) || !papers.some(paper => paper.id === now.paper.id)) throw notFound();
  return now;
}

type Settling = Paper & { first: Typing; second: Typing; differing: string[] };

async function toSettle(c: Ctx, deps: Deps, who: Who): Promise<Settling> {
  const now = await loadPaper(deps, who, { id: param(c, 'id'), response: param(c, 'response') });
  const check = found(await findCheck(deps.db.read, now.paper.id));
  if (check.settled_at !== null) throw notFound();
  const first = firstTyping(now.paper);
  const second = firstTyping(check);
  return { ...now, first, second, differing: compare(now.version.definition, first, second).differing };
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
  { desk, paper, entries, first, second, differing }: Settling,
  values: Typed,
  errors: FieldErrors = {},
): Promise<Response> {
  const words = (typing: Typing, { question }: Entry): string =>
    typing.unreadable.includes(question.id)
      ? 'Could not read it'
      : describeAnswer(question, typing.answers[question.id] ?? null, deps.say);
  const differences = entries
    .filter(({ question }) => differing.includes(question.id))
    .map(entry => ({
      name: `pick-${entry.question.id}`,
      label: labelOf(entries, entry.question.id),
      first: words(first, entry),
      second: words(second, entry),
    }));
  const title = `Differences in ${paper.reference}: ${desk.head.title}`;
  return differencesPage(c, { desk, paper, differences, values }, { title, area: 'desk', errors });
}

function labelOf(entries: readonly Entry[], id: string): string {
  const entry = entries.find(({ question }) => question.id === id);
  return entry ? `${entry.n ?? ''}. ${entry.question.ask}` : id;
}
