import { londonDay } from '../../calendar/london.ts';
import type { WorkingCalendar } from '../../calendar/working-days.ts';
import type { LineStation } from '../../charters/line.ts';
import { listPublished } from '../../consultations/queries.ts';
import type { Db } from '../../db/dialect.ts';
import { latestPublication, latestPublications } from '../../publications/queries.ts';
import { forReader, type Deps } from '../../web/deps.ts';
import { found } from '../../web/errors.ts';
import { page } from '../../web/render.ts';
import { param, type Site } from '../../web/site.ts';
import type { Say } from '../../words/catalogue.ts';
import { readOutcomes } from '../content-rules.ts';
import { inOrder, isStepLate, readServiceChange, type ServiceChangeContent, type Step } from './content-rules.ts';
import { findBySlug, listByIds } from './queries.ts';

type Card = {
  href: string;
  title: string;
  text: string;
  facts: string[];
  tag: { text: string; state: string } | undefined;
};
type Said = { href: string; heading: string; youSaid: string; consultation: string };
type ChangeView = { content: ServiceChangeContent; stations: LineStation[]; said: Said[]; updated: string };

const listPage = page<{ cards: Card[] }>('outcomes/service-changes');
const changePage = page<ChangeView>('outcomes/service-change');

/** What changes in which service, step by step, and which words led to it. */
export function registerServiceChangePages(site: Site, deps: Deps): void {
  const { db } = deps;
  site.kept('/service-changes', async c => {
    return listPage(
      c,
      { cards: await listCards(forReader(c, deps)) },
      { title: c.get('say')('outcomes.changes.title') },
    );
  });
  site.kept('/service-changes/:slug', async c => {
    const say = c.get('say');
    const row = found(await findBySlug(db.read, param(c, 'slug')));
    const latest = found(await latestPublication(db.read, 'service-change', row.id));
    const content = readServiceChange(latest.content);
    const [today, calendar] = [deps.today(), await deps.calendar()];
    const view = {
      content,
      stations: inOrder(content.steps).map(step => stationOf(step, today, calendar, say)),
      said: await whatLedTo(db.read, row.id),
      updated: say('outcomes.last-updated', { day: say.shortDay(londonDay(latest.published_at), today) }),
    };
    return changePage(c, view, { title: say('outcomes.changes.page-title', { title: say.written(content.title) }) });
  });
}

async function listCards({ db, today, calendar, say }: Deps): Promise<Card[]> {
  const pages = await latestPublications(db.read, 'service-change');
  const rows = await listByIds(
    db.read,
    pages.map(page => page.subject_id),
  );
  const newestFirst = pages.sort((a, b) => (a.published_at < b.published_at ? 1 : -1));
  const days = await calendar();
  return newestFirst.flatMap(each => {
    const row = rows.find(one => one.id === each.subject_id);
    return row ? [cardOf(row.slug, readServiceChange(each.content), today(), days, say)] : [];
  });
}

function cardOf(slug: string, content: ServiceChangeContent, today: string, calendar: WorkingCalendar, say: Say): Card {
  const { steps } = content;
  const done = steps.filter(step => step.doneOn !== null).length;
  const overdue = steps.some(step => step.doneOn === null && isStepLate(step, today, calendar));
  const counted = say('outcomes.changes.steps', { done, n: steps.length });
  const tag = overdue ? { text: say('outcomes.changes.late'), state: 'late' } : undefined;
  const [title, text] = [say.written(content.title), say.written(content.summary)];
  return { href: `/service-changes/${slug}`, title, text, facts: [say.written(content.service), counted], tag };
}

/** A step as a station of a line: when it was done or is due, and why when that was missed or moved. */
function stationOf(step: Step, today: string, calendar: WorkingCalendar, say: Say): LineStation {
  const { dueOn, doneOn, lateReason } = step;
  const label = say.written(step.words);
  const late = isStepLate(step, today, calendar);
  const note = lateReason ? { note: say('outcomes.reason', { reason: say.written(lateReason) }) } : {};
  const day = say.day(doneOn ?? dueOn, today);
  if (doneOn !== null) {
    const date = late ? say('outcomes.state.done-late', { day }) : say('outcomes.state.done', { day });
    return { state: late ? 'late' : 'kept', label, date, ...note };
  }
  const date = late ? say('outcomes.state.overdue', { day }) : say('outcomes.state.will', { day });
  return { state: late ? 'late' : 'to-come', label, date, ...note };
}

async function whatLedTo(db: Db, id: string): Promise<Said[]> {
  const [pages, rows] = await Promise.all([latestPublications(db, 'outcomes'), listPublished(db)]);
  return pages.flatMap(each => {
    const slug = rows.find(row => row.id === each.subject_id)?.slug;
    const { title, entries } = readOutcomes(each.content);
    const mine = entries.filter(entry => entry.serviceChanges.some(change => change.id === id));
    return mine.map(({ id, heading, youSaid }) => {
      return { href: `/you-said-we-did/${slug}#entry-${id}`, heading, youSaid, consultation: title };
    });
  });
}
