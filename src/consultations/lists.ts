import { peopleHeard } from '../analysis/queries.ts';
import { londonDay } from '../calendar/london.ts';
import { latestPublications } from '../publications/queries.ts';
import type { Deps } from '../web/deps.ts';
import { askingCard, changedCard, workingCard, type Card, type CardFacts, type Today } from './card-rules.ts';
import { changedOf } from './changed-rules.ts';
import { listPublic, type PublicConsultation } from './public.ts';
import { planIn } from './said-rules.ts';
import { hubPlace } from './state.ts';

/** The cards of the hub and of the list of all consultations, each kind in its order. */
export type PublicLists = { openNow: Card[]; openingSoon: Card[]; workingOnIt: Card[]; whatChanged: Card[] };

export async function readLists(deps: Deps): Promise<PublicLists> {
  const today = await todayOf(deps);
  const all = await listPublic(deps.db.read, today.today);
  const people = await peopleHeard(
    deps.db.read,
    all.map(each => each.row.id),
  );
  const factsOf = (each: PublicConsultation): CardFacts => ({
    ...each,
    plan: planIn(each.plan, each, today.say),
    slug: each.row.slug,
    people: people.get(each.row.id) ?? null,
  });
  const place = (wanted: string) => all.filter(each => hubPlace(each.state) === wanted);
  const byDate = (list: PublicConsultation[], date: 'opensOn' | 'closesOn' | 'outcomeOn') =>
    list.toSorted((one, other) => one.dates[date].localeCompare(other.dates[date]));
  return {
    openNow: byDate(place('open-now'), 'closesOn').map(each => askingCard(factsOf(each), today)),
    openingSoon: byDate(
      all.filter(each => each.state === 'opening-soon'),
      'opensOn',
    ).map(each => askingCard(factsOf(each), today)),
    workingOnIt: byDate(place('working-on-it'), 'outcomeOn').map(each => workingCard(factsOf(each), today)),
    whatChanged: await changedCards(deps, place('what-changed').map(factsOf), all, today),
  };
}

/** The day, the calendar, the charter's clock and the words: what every card and promise line needs. */
export async function todayOf(deps: Pick<Deps, 'partnership' | 'today' | 'say'>): Promise<Today> {
  const { charter, calendar } = await deps.partnership();
  return { today: deps.today(), calendar, days: charter.clocks.acknowledgementWorkingDays, say: deps.say };
}

async function changedCards(deps: Deps, facts: CardFacts[], all: PublicConsultation[], today: Today): Promise<Card[]> {
  const ids = new Map(all.map(each => [each.row.slug, each.row.id]));
  const pages = new Map((await latestPublications(deps.db.read, 'outcomes')).map(each => [each.subject_id, each]));
  return facts
    .flatMap(each => {
      const page = pages.get(ids.get(each.slug) ?? '');
      return page ? [{ facts: each, at: page.published_at, content: page.content }] : [];
    })
    .toSorted((one, other) => other.at.localeCompare(one.at))
    .map(each => changedCard(each.facts, changedOf(each.content, londonDay(each.at)), today));
}
