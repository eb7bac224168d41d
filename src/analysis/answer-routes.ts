import { consultationState, takesAnswers } from '../consultations/state.ts';
import { deskHead, type DeskHead } from '../consultations/desk-view.ts';
import { factsOfOne } from '../consultations/facts.ts';
import type { EventFigure } from '../paper/events/count-rules.ts';
import { eventFigures } from '../paper/events/read.ts';
import { findForTeam } from '../consultations/queries.ts';
import type { SurveyVersion, Theme } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import { readDefinition } from '../surveys/definition.ts';
import { numbersOf } from '../surveys/number-rules.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found } from '../web/errors.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import type { FigureView } from './board-view.ts';
import { liveFigures, type LiveFigure } from './answer-view.ts';
import { answeredVersions, listComments, questionsOf, textQuestions, type CommentFilter } from './comment-queries.ts';
import { listTallies } from './tally-queries.ts';
import { countedByWho, wholeTable } from './side-by-side-rules.ts';
import { sideViews, type SideView } from './side-by-side-view.ts';
import { responsesIn } from './snapshot-rules.ts';
import { baseOf, headOf, withMarks, type ShownComment } from './team-pages.ts';
import { peopleBothWays } from '../unusual/both-ways-rules.ts';
import { listWhys } from '../unusual/queries.ts';
import { waysOfAnswering } from './ways-view.ts';
import { listThemes } from './theme-queries.ts';

type AnswersView = {
  head: DeskHead;
  base: string;
  people: number;
  unusual: number;
  setAside: number;
  open: boolean;
  ways: FigureView[];
  sides: SideView[];
  figures: LiveFigure[];
  /** Where each answered question stands: its counts below, or the page of its comments. */
  jumps: { href: string; ask: string; comments: number | null }[];
  /** Questions that nobody has answered. */
  empty: string[];
  events: EventFigure[];
};
type ReadingView = {
  head: DeskHead;
  base: string;
  ask: string;
  question: string;
  themes: Theme[];
  show: string;
  choices: { value: string; label: string }[];
  comments: ShownComment[];
  here: string;
  next: string | null;
  first: string | null;
};
const answersPage = page<AnswersView>('analysis/answers');
const readingPage = page<ReadingView>('analysis/comments');

/** Live counts and families' own words: for the consultation's team alone. */
export function registerAnswerRoutes(site: Site, deps: Deps): void {
  const staff = ['officer', 'administrator'] as const;
  site.get(staff, '/desk/consultations/:id/answers', (c, who) => showAnswers(c, who, deps));
  site.get(staff, '/desk/consultations/:id/answers/:question', (c, who) => showComments(c, who, deps));
}

async function showAnswers(c: Ctx, who: Who, deps: Deps): Promise<Response> {
  const db = deps.db.read;
  const row = found(await findForTeam(db, who, param(c, 'id')));
  const [facts, versions, tallies, whys] = await Promise.all([
    factsOfOne(db, row),
    answeredVersions(db, row.id),
    listTallies(db, row.id, ['all', 'channel', 'flagged', 'version', 'who']),
    listWhys(db, row.id),
  ]);
  const questions = questionsOf(versions);
  const numbered = withNumbers(versions);
  const figures = liveFigures(questions, tallies, deps.say).map(figure => ({ ...figure, ask: numbered(figure) }));
  const answered = figures.filter(figure => figure.answered > 0);
  const tables = countedByWho(questions, tallies, deps.say).map(({ id, counted }) => wholeTable(id, counted));
  const base = baseOf(row);
  const view = {
    head: deskHead(facts, deps.today()),
    base,
    people: responsesIn(tallies),
    unusual: peopleBothWays(tallies).unusual,
    setAside: whys.length,
    open: takesAnswers(consultationState(facts.dates, deps.today())),
    ways: waysOfAnswering(tallies),
    sides: sideViews(tables, questions, deps.say).map(table => ({ ...table, ask: numbered(table) })),
    figures: answered.filter(figure => !figure.isText),
    jumps: answered.map(({ id, ask, isText, answered: comments }) =>
      isText ? { href: `${base}/answers/${id}`, ask, comments } : { href: `#figure-${id}`, ask, comments: null },
    ),
    empty: figures.filter(figure => figure.answered === 0).map(({ ask }) => ask),
    events: await eventFigures(db, row.id, { t: deps.say, isTeam: true }),
  };
  return answersPage(c, view, { title: `Answers: ${row.title}`, area: 'desk', scripts: ['chart'] });
}

/** A question under the number that it has in the newest version; what is asked no more, and ‘about you’, has none. */
function withNumbers([newest]: readonly SurveyVersion[]): (question: { id: string; ask: string }) => string {
  const numbers = newest ? numbersOf(readDefinition(newest.definition)) : new Map<string, number>();
  return ({ id, ask }) => (numbers.has(id) ? `${numbers.get(id)}. ${ask}` : ask);
}

async function showComments(c: Ctx, who: Who, deps: Deps): Promise<Response> {
  const db = deps.db.read;
  const row = found(await findForTeam(db, who, param(c, 'id')));
  const questions = textQuestions(questionsOf(await answeredVersions(db, row.id)));
  const question = found(questions.find(each => each.id === param(c, 'question')));
  const themes = await listThemes(db, row.id);
  const show = c.req.query('show') ?? '';
  const filter = filterOf(show, themes);
  const after = c.req.query('after') ?? '';
  const { comments, next } = await listComments(db, {
    consultationId: row.id,
    question: question.id,
    filter,
    after,
  });
  const href = `${baseOf(row)}/answers/${question.id}`;
  const address = (key: string | null): string | null => (key === null ? null : addressOf(href, show, key));
  const view: ReadingView = {
    head: await headOf(deps, row),
    base: baseOf(row),
    ask: question.ask,
    question: question.id,
    themes,
    show: filter.kind === 'all' ? '' : show,
    choices: showChoices(themes),
    comments: await withMarks(deps, question.id, comments),
    here: addressOf(href, show, after),
    next: address(next),
    first: after ? addressOf(href, show, '') : null,
  };
  return readingPage(c, view, { title: `Comments: ${question.ask}`, area: 'desk' });
}

function filterOf(show: string, themes: readonly Theme[]): CommentFilter {
  if (show === 'unmarked') return { kind: 'unmarked' };
  return themes.some(theme => theme.id === show) ? { kind: 'theme', themeId: show } : { kind: 'all' };
}

function showChoices(themes: readonly Theme[]): { value: string; label: string }[] {
  const own = themes.map(theme => ({ value: theme.id, label: `Marked ‘${theme.name}’` }));
  return [{ value: '', label: 'All comments' }, { value: 'unmarked', label: 'Not marked yet' }, ...own];
}

function addressOf(href: string, show: string, after: string): string {
  const query = new URLSearchParams({ ...(show ? { show } : {}), ...(after ? { after } : {}) }).toString();
  return query ? `${href}?${query}` : href;
}
