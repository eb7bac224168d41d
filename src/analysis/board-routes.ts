import { formatShortDay, londonDay } from '../calendar/london.ts';
import { lineInWords, type LineStation } from '../charters/line.ts';
import { listDateChanges, publishedVersion } from '../consultations/queries.ts';
import { consultationState } from '../consultations/state.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found } from '../web/errors.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { findOnBoard, listOnBoard, type OnBoard } from './board.ts';
import { arrivalsView, figureView, stateTags, type FigureView } from './board-view.ts';
import { THRESHOLD } from './disclosure.ts';
import { movedWords, promiseRows, scoreOf, type PromiseFacts, type PromiseRow, type Score } from './promise-rows.ts';
import { readDefinition } from '../surveys/definition.ts';
import { asked as askedIn } from '../surveys/pages.ts';
import { setAsideWords } from '../unusual/why-rules.ts';
import { sideViews, type SideView } from './side-by-side-view.ts';
import type { EventFigure } from '../paper/events/count-rules.ts';
import { eventFigures } from '../paper/events/read.ts';
import { findPicture, peopleHeard, type Picture } from './queries.ts';

type BoardCard = {
  href: string;
  title: string;
  tag: { text: string; state: string };
  facts: string[];
  stations: LineStation[];
};
type Late = { href: string; title: string; rows: PromiseRow[] };
type BoardView = { score: Score; late: Late[]; cards: BoardCard[] };
type DetailView = {
  slug: string;
  isDecided: boolean;
  tag: { text: string; state: string };
  people: string;
  counted: string;
  stations: LineStation[];
  promises: PromiseRow[];
  moved: string[];
  arrivals: FigureView | null;
  setAside: string;
  sides: SideView[];
  heard: FigureView | null;
  questions: FigureView[];
  /** Questions whose numbers are too small, and how many people have to stand behind each. */
  hidden: string[];
  least: number;
  isFinal: boolean;
  events: EventFigure[];
};

const boardPage = page<BoardView>('analysis/board');
const detailPage = page<DetailView>('analysis/board-consultation');

/** What board members see: every promise, and figures from the snapshots alone. Nobody's words. */
export function registerBoardRoutes(site: Site, deps: Deps): void {
  const mayRead = ['board member', 'officer', 'administrator'] as const;
  site.get(mayRead, '/board', c => showBoard(c, deps));
  site.get(mayRead, '/board/:slug', c => showConsultation(c, deps));
}

async function showBoard(c: Ctx, deps: Deps): Promise<Response> {
  const [all, clock] = await Promise.all([listOnBoard(deps.db.read), clockFacts(deps)]);
  const ids = all.map(each => each.row.id);
  const people = await peopleHeard(deps.db.read, ids);
  const view = {
    score: scoreOf(all, clock),
    late: all.flatMap(each => lateIn(each, clock)),
    cards: all.map(each => cardOf(each, people.get(each.row.id) ?? null, clock, deps)),
  };
  return boardPage(c, view, { title: 'How we keep our promises', area: 'board' });
}

async function clockFacts(deps: Deps): Promise<PromiseFacts> {
  const { charter, calendar } = await deps.partnership();
  return { today: deps.today(), calendar, days: charter.clocks.acknowledgementWorkingDays };
}

function lateIn(one: OnBoard, clock: PromiseFacts): Late[] {
  const rows = promiseRows(one, clock).filter(row => row.tag.state === 'late');
  return rows.length > 0 ? [{ href: hrefOf(one), title: one.title, rows }] : [];
}

const hrefOf = ({ row }: OnBoard): string => `/board/${row.slug}`;

function cardOf(one: OnBoard, people: number | null, clock: PromiseFacts, deps: Deps): BoardCard {
  const tag = stateTags[consultationState(one.dates, clock.today)];
  const stations = lineInWords(one.dates, clock, deps.say);
  return { href: hrefOf(one), title: one.title, tag, facts: [peopleWords(people, one, clock.today)], stations };
}

/** While it is open the picture stays a few answers behind, so 'fewer than 10' would not be true. */
function peopleWords(people: number | null, { dates }: OnBoard, today: string): string {
  if (people !== null) return `${people} people answered`;
  if (today < dates.opensOn) return 'Nobody can answer yet';
  return today > dates.closesOn ? 'Fewer than 10 people answered' : 'Too few people so far to show how many';
}

async function showConsultation(c: Ctx, deps: Deps): Promise<Response> {
  const db = deps.db.read;
  const one = found(await findOnBoard(db, param(c, 'slug')));
  const { row, dates } = one;
  const [picture, clock, moves, version] = await Promise.all([
    findPicture(db, row.id),
    clockFacts(deps),
    listDateChanges(db, row.id),
    publishedVersion(db, row.id),
  ]);
  const questions = version ? askedIn(readDefinition(version.definition)) : [];
  const figures = picture?.figures.perQuestion ?? [];
  const shown = figures
    .filter(question => question.shown)
    .map(question => ({ isWho: question.kind === 'who-is-answering', figure: figureView(question, deps.say) }));
  const arrivals = picture?.figures.arrivals ?? [];
  const state = consultationState(dates, clock.today);
  const view = {
    slug: row.slug,
    isDecided: state === 'decided',
    tag: stateTags[state],
    people: `${peopleWords(picture?.figures.responses ?? null, one, clock.today)}.`,
    counted: countedWords(picture, clock.today),
    stations: lineInWords(dates, clock, deps.say),
    promises: promiseRows(one, clock),
    moved: moves.map(move => movedWords(move, clock.today)),
    arrivals: arrivals.length > 0 ? arrivalsView(arrivals, clock.today) : null,
    setAside: setAsideWords(picture?.figures.setAside ?? null),
    sides: sideViews(picture?.figures.sides ?? [], questions, deps.say),
    heard: shown.find(each => each.isWho)?.figure ?? null,
    questions: shown.filter(each => !each.isWho).map(each => each.figure),
    hidden: figures.filter(question => !question.shown).map(({ ask }) => ask),
    least: THRESHOLD,
    isFinal: picture?.afterClose ?? false,
    events: await eventFigures(db, row.id, { t: deps.say, isTeam: false }),
  };
  return detailPage(c, view, { title: one.title, area: 'board', scripts: ['chart'] });
}

function countedWords(picture: Picture | null, today: string): string {
  if (!picture) return 'Figures appear here once enough people have answered.';
  const day = formatShortDay(londonDay(picture.takenAt), today);
  return picture.afterClose
    ? `Counted after the close, on ${day}.`
    : `Counted on ${day}. The latest answers join once at least 10 more have come, so that nobody’s answer can be worked out.`;
}
