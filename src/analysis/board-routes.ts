import { formatShortDay, londonDay } from '../calendar/london.ts';
import { lineInWords, type LineStation } from '../charters/line.ts';
import { factsOf, factsOfOne, type ConsultationFacts } from '../consultations/facts.ts';
import type { Plan } from '../consultations/plan.ts';
import { findBySlug, listDateChanges, listPublished } from '../consultations/queries.ts';
import { consultationState } from '../consultations/state.ts';
import type { Publication } from '../db/schema.ts';
import { latestPublication, latestPublications } from '../publications/queries.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found } from '../web/errors.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { arrivalsView, figureView, stateTags, type FigureView } from './board-view.ts';
import { movedWords, promiseRows, scoreOf, type PromiseFacts, type PromiseRow, type Score } from './promise-rows.ts';
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
  tag: { text: string; state: string };
  people: string;
  counted: string;
  stations: LineStation[];
  promises: PromiseRow[];
  moved: string[];
  arrivals: FigureView | null;
  heard: FigureView | null;
  questions: FigureView[];
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
  const db = deps.db.read;
  const rows = await listPublished(db);
  const [all, plans, people, clock] = await Promise.all([
    factsOf(db, rows),
    latestPublications(db, 'consultation'),
    peopleHeard(
      db,
      rows.map(row => row.id),
    ),
    clockFacts(deps),
  ]);
  const titleOf = ({ row }: ConsultationFacts) => titleIn(plans.find(plan => plan.subject_id === row.id));
  const view = {
    score: scoreOf(
      all.map(each => each.dates),
      clock,
    ),
    late: all.flatMap(each => lateIn(each, titleOf(each), clock)),
    cards: all.map(each => cardOf(each, titleOf(each), people.get(each.row.id) ?? null, clock, deps)),
  };
  return boardPage(c, view, { title: 'How we keep our promises', area: 'board' });
}

async function clockFacts(deps: Deps): Promise<PromiseFacts> {
  const { charter, calendar } = await deps.partnership();
  return { today: deps.today(), calendar, days: charter.clocks.acknowledgementWorkingDays };
}

const titleIn = (publication: Publication | undefined): string =>
  publication ? (JSON.parse(publication.content) as Plan).title : '';

const hrefOf = ({ row }: ConsultationFacts): string => `/board/${row.slug}`;

function lateIn(facts: ConsultationFacts, title: string, clock: PromiseFacts): Late[] {
  const rows = promiseRows(facts.dates, clock).filter(row => row.tag.state === 'late');
  return rows.length > 0 ? [{ href: hrefOf(facts), title, rows }] : [];
}

function cardOf(
  facts: ConsultationFacts,
  title: string,
  people: number | null,
  clock: PromiseFacts,
  deps: Deps,
): BoardCard {
  const tag = stateTags[consultationState(facts.dates, clock.today)];
  const stations = lineInWords(facts.dates, clock, deps.say);
  return { href: hrefOf(facts), title, tag, facts: [peopleWords(people, facts, clock.today)], stations };
}

/** While it is open the picture stays a few answers behind, so 'fewer than 10' would not be true. */
function peopleWords(people: number | null, { dates }: ConsultationFacts, today: string): string {
  if (people !== null) return `${people} people answered`;
  if (today < dates.opensOn) return 'Nobody can answer yet';
  return today > dates.closesOn ? 'Fewer than 10 people answered' : 'Too few people so far to show how many';
}

async function showConsultation(c: Ctx, deps: Deps): Promise<Response> {
  const db = deps.db.read;
  const row = found(await findBySlug(db, param(c, 'slug')));
  const publication = found(await latestPublication(db, 'consultation', row.id));
  const [facts, picture, clock, moves] = await Promise.all([
    factsOfOne(db, row),
    findPicture(db, row.id),
    clockFacts(deps),
    listDateChanges(db, row.id),
  ]);
  const asked = (picture?.figures.perQuestion ?? []).map(question => ({
    isWho: question.kind === 'who-is-answering',
    figure: figureView(question, deps.say),
  }));
  const arrivals = picture?.figures.arrivals ?? [];
  const view = {
    tag: stateTags[consultationState(facts.dates, clock.today)],
    people: `${peopleWords(picture?.figures.responses ?? null, facts, clock.today)}.`,
    counted: countedWords(picture, clock.today),
    stations: lineInWords(facts.dates, clock, deps.say),
    promises: promiseRows(facts.dates, clock),
    moved: moves.map(move => movedWords(move, clock.today)),
    arrivals: arrivals.length > 0 ? arrivalsView(arrivals, clock.today) : null,
    heard: asked.find(each => each.isWho)?.figure ?? null,
    questions: asked.filter(each => !each.isWho).map(each => each.figure),
  };
  return detailPage(c, view, { title: titleIn(publication), area: 'board', scripts: ['chart'] });
}

function countedWords(picture: Picture | null, today: string): string {
  if (!picture) return 'Figures appear here once enough people have answered.';
  const day = formatShortDay(londonDay(picture.takenAt), today);
  return picture.afterClose
    ? `Counted after the close, on ${day}.`
    : `Counted on ${day}. The latest answers join once at least 10 more have come, so that nobody’s answer can be worked out.`;
}
