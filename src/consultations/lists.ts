import { peopleHeard } from '../analysis/queries.ts';
import { londonDay } from '../calendar/london.ts';
import { latestPublications } from '../publications/queries.ts';
import { editionsOffered, ownEdition, type OfferedEdition } from '../surveys/offered-editions.ts';
import type { Deps } from '../web/deps.ts';
import type { Say } from '../words/catalogue.ts';
import { languageOf } from '../words/editions.ts';
import {
  askingCard,
  changedCard,
  workingCard,
  type AskingCard,
  type Card,
  type CardFacts,
  type Today,
} from './card-rules.ts';
import { changedOf } from './changed-rules.ts';
import { listPublic, type PublicConsultation } from './public.ts';
import { planIn } from './said-rules.ts';
import { hubPlace } from './state.ts';

/**
 * The cards of the hub and of the list of all consultations, each kind in its order. `editions`: how else something can
 * be answered today in the language of the page, which is English; the others stand in the header of every page.
 */
export type PublicLists = {
  openNow: AskingCard[];
  openingSoon: AskingCard[];
  workingOnIt: Card[];
  whatChanged: Card[];
  editions: OfferedEdition[];
};

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
    edition: ownEdition(each, today.say),
  });
  const place = (wanted: string) => all.filter(each => hubPlace(each.state) === wanted);
  const byDate = (list: PublicConsultation[], date: 'opensOn' | 'closesOn' | 'outcomeOn') =>
    list.toSorted((one, other) => one.dates[date].localeCompare(other.dates[date]));
  return {
    editions: inEnglish(place('open-now'), today.say),
    openNow: byDate(place('open-now'), 'closesOn')
      .map(factsOf)
      // What can be read in one's own edition comes first.
      .toSorted((one, other) => Number(!one.edition) - Number(!other.edition))
      .map(facts => askingCard(facts, today)),
    openingSoon: byDate(
      all.filter(each => each.state === 'opening-soon'),
      'opensOn',
    ).map(each => askingCard(factsOf(each), today)),
    workingOnIt: byDate(place('working-on-it'), 'outcomeOn').map(each => workingCard(factsOf(each), today)),
    whatChanged: await changedCards(deps, place('what-changed').map(factsOf), all, today),
  };
}

function inEnglish(open: PublicConsultation[], say: Say): OfferedEdition[] {
  const editions = Object.assign({}, ...open.map(each => each.editions)) as PublicConsultation['editions'];
  if (say.language !== 'en') return [];
  return editionsOffered({ editions }, say).filter(({ value }) => languageOf(value) === 'en');
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
