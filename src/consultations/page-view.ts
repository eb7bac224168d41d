import { findAcknowledgement } from '../acknowledgements/queries.ts';
import { londonDay } from '../calendar/london.ts';
import { rungOf } from '../charters/charter.ts';
import { lineInWords, type LineStation } from '../charters/line.ts';
import { rungIn } from '../charters/rung-rules.ts';
import type { PartnershipFacts } from '../charters/partnership.ts';
import type { Db } from '../db/dialect.ts';
import { publicationDates } from '../publications/queries.ts';
import { asking } from '../responses/question-rules.ts';
import { mayAnswerTogether } from '../responses/together-rules.ts';
import { readDefinition } from '../surveys/definition.ts';
import { editionsOffered, notInEdition, type OfferedEdition } from '../surveys/offered-editions.ts';
import { publishedVersions } from '../surveys/queries.ts';
import { journey, pathOf } from '../surveys/steps.ts';
import type { Say } from '../words/catalogue.ts';
import { changesInPublic } from './changes-in-public.ts';
import type { Today } from './card-rules.ts';
import { hasDates } from './facts.ts';
import type { PublicConsultation } from './public.ts';
import { planIn, type SaidPlan } from './said-rules.ts';
import { listDateChanges } from './queries.ts';
import { takesAnswers, type ConsultationState } from './state.ts';
import { surveyChanges } from './survey-change-rules.ts';
import { timeline, type TimelineEntry, type TimelineFacts } from './timeline-rules.ts';

type Level = { name: string; meaning: string; chosen: boolean };

/** The public page of one consultation. */
export type ConsultationPage = {
  slug: string;
  plan: SaidPlan;
  state: ConsultationState;
  takesAnswers: boolean;
  mayStillAnswer: boolean;
  /** How many questions people are asked, as the journey counts them; 0 while there are none. */
  questions: number;
  /** Whether a child and a parent may each give their own answers. */
  mayTogether: boolean;
  /** How else it can be read; none where it takes no answers. */
  editions: OfferedEdition[];
  /** That the reader's own is not among them; '' where it is. */
  notIn: string;
  opensOn: string;
  closesOn: string;
  stations: LineStation[];
  level: { name: string; meaning: string } | null;
  levels: Level[];
  isIndividual: boolean;
  /** What we wrote to everybody after the close. */
  reply: { words: string; on: string } | null;
  outcomesHref: string | null;
  events: { day: string; words: string; late: boolean }[];
};

type Given = Today & { partnership: PartnershipFacts };

/** The page as it is today. `definition`: the JSON of the survey that people answer. */
export async function consultationPage(
  db: Db,
  consultation: PublicConsultation,
  definition: string | undefined,
  given: Given,
): Promise<ConsultationPage> {
  const { row, plan, dates, state, editions } = consultation;
  const { charter } = given.partnership;
  const chosen = rungOf(charter, plan.level);
  return {
    slug: row.slug,
    plan: planIn(plan, { editions }, given.say),
    state,
    takesAnswers: takesAnswers(state),
    mayStillAnswer: takesAnswers(state) || state === 'draft' || state === 'opening-soon',
    questions: definition ? countQuestions(definition) : 0,
    mayTogether: definition ? mayAnswerTogether(readDefinition(definition)) : false,
    editions: takesAnswers(state) ? editionsOffered({ editions }, given.say) : [],
    notIn: takesAnswers(state) ? notInEdition({ editions }, given.say) : '',
    opensOn: dates.opensOn,
    closesOn: dates.closesOn,
    stations: hasDates(consultation) ? lineInWords(dates, given, given.say) : [],
    level: chosen ? rungIn(chosen, given.say) : null,
    levels: charter.rungs.map(rung => ({ ...rungIn(rung, given.say), chosen: rung === chosen })),
    isIndividual: plan.scope === 'individual',
    reply: await replyOf(db, row.id, given.say),
    outcomesHref: dates.outcomePublishedOn === null ? null : `/you-said-we-did/${row.slug}`,
    events: dates.publishedOn === null ? [] : await eventsOf(db, consultation, given),
  };
}

const countQuestions = (definition: string): number => asking(pathOf(journey(readDefinition(definition)), {})).length;

async function replyOf(db: Db, id: string, say: Say): Promise<ConsultationPage['reply']> {
  const reply = await findAcknowledgement(db, id);
  return reply ? { words: say.written(reply.words), on: londonDay(reply.acknowledged_at) } : null;
}

async function eventsOf(db: Db, { row, dates }: PublicConsultation, given: Today): Promise<ConsultationPage['events']> {
  const [versions, moves, surveys] = await Promise.all([
    publicationDates(db, ['consultation', 'outcomes'], [row.id]),
    listDateChanges(db, row.id),
    surveysOf(db, row.id),
  ]);
  const entries = timeline({
    ...given,
    dates,
    versions: versions.map(({ kind, version, published_at }) => ({ kind, version, day: londonDay(published_at) })),
    moves: moves.map(move => ({ ...move, day: londonDay(move.changed_at) })),
    surveys,
  });
  return entries.map(entry => eventInWords(entry, given.today, given.say));
}

/** Each later version of the questions, by what it changed. */
async function surveysOf(db: Db, id: string): Promise<TimelineFacts['surveys']> {
  const versions = (await publishedVersions(db, id)).reverse();
  return versions.slice(1).map(({ definition, published_at }, at) => ({
    changes: surveyChanges(readDefinition(versions[at]?.definition ?? ''), readDefinition(definition)),
    day: londonDay(published_at ?? ''),
  }));
}

function eventInWords(entry: TimelineEntry, today: string, say: Say): ConsultationPage['events'][number] {
  const { was = '', now = '', lateBy, reason, changes } = entry;
  if (changes) return { day: say.day(entry.day, today), words: changesInPublic(changes, say), late: false };
  const moved = was && now ? { was: say.shortDay(was, today), now: say.shortDay(now, today) } : {};
  const late = lateBy ? say('charters.late-by', { n: lateBy }) : '';
  const why = reason ? say('consultations.event.why', { reason: say.written(reason) }) : '';
  const what = say(`consultations.event.${entry.key}`, moved);
  const words = [
    late ? say('consultations.event.late', { what, late }) : say('consultations.event.plain', { what }),
    why,
  ];
  return { day: say.day(entry.day, today), words: words.filter(Boolean).join(' '), late: late !== '' };
}
