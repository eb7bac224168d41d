import type { ScopeId } from '../../charters/charter.ts';
import type { confidentialities, Plan } from '../../consultations/plan.ts';
import type { Role } from '../../people/roles.ts';
import type { Edition } from '../../words/editions.ts';
import type { Definition } from '../../surveys/definition.ts';

// The demo as data. Dates are ISO days worked out from the `today` that is passed in. A `key` names something inside
// the demo alone; whoever loads it makes the real ids.

export type DemoPartnership = {
  name: string;
  strapline: string;
  helpPhone: string;
  helpHours: string;
  helpEmail: string;
  postAddress: string;
  urgentWords: string;
  childPhone: string;
  privacyWords: string;
  strongColour: string;
  /** The id of a preset charter. */
  charter: string;
};

/** A word that the partnership explains, under the names of its table. */
export type DemoWord = { term: string; meaning: string; cy: string; pl: string; ur: string };

export type DemoOrganisation = { key: string; name: string; kind: 'council' | 'nhs' | 'forum' | 'schools' };

export type DemoPerson = {
  key: string;
  organisation: string;
  name: string;
  email: string;
  post: string;
  roles: Role[];
};

/** A whole plan, under the names of `consultations/plan.ts`, with its address and its dates. */
export type DemoPlan = Plan & {
  slug: string;
  /** The id of a rung of the partnership's charter. */
  level: string;
  scope: ScopeId;
  confidentiality: keyof typeof confidentialities;
  minutes: number;
  retentionMonths: number;
  opensOn: string;
  closesOn: string;
  outcomeOn: string;
};

export type Channel = 'online' | 'paper' | 'phone' | 'event' | 'in-person';
export type WhoId = 'parent' | 'young' | 'together' | 'helped' | 'professional';

/** One person's words; `times` is how many people wrote just this (1 unless told), `who` the kind of person who did. */
export type DemoComment = { key: string; words: string; times?: number; who?: WhoId; themes?: string[] };

/**
 * How the answers to one question fall. `weights`: how often each option is picked, against the others, by one person
 * or as a number or date. `chances`: how many people in a hundred tick each option. `skip`: how many in a hundred
 * leave it out. Words are handed out, each as often as it says; whoever gets none has written nothing.
 */
export type DemoAnswers =
  | { weights: Record<string, number>; skip: number }
  | { chances: Record<string, number>; skip: number }
  | { comments: DemoComment[] };

export type DemoProfile = {
  /** How many people answered until today. */
  responses: number;
  channels: Partial<Record<Channel, number>>;
  /** In which editions they read it; everybody in plain English unless told. */
  editions?: Partial<Record<Edition, number>>;
  /** How many of them left an address for news. */
  contacts: { email: number; post: number; phone: number };
  /** How many in a hundred of those who wrote something may be quoted. */
  mayQuote: number;
  answers: Record<string, DemoAnswers>;
  /** How many of them came from one school within minutes. */
  unusual?: number;
};

/** What was promised and how it went; `daysFromDue` counts working days from the due date: 2 is late, -3 is early. */
export type DemoAcknowledgement = { daysFromDue: number; words: string };

export type DemoTheme = { key: string; name: string; summary: string };

export type Decision = 'done' | 'will' | 'cannot' | 'not-yet';

/** The part of an outcome that may change after it was published. */
export type DemoDecision = {
  decision: Decision;
  words: string;
  why: string;
  dueOn: string | null;
  doneOn: string | null;
};

export type DemoOutcome = DemoDecision & {
  key: string;
  heading: string;
  youSaid: string;
  owner: string;
  themes: string[];
  serviceChanges: string[];
  /** Comments quoted, as `question/key`: `q5/drivers-1`. */
  quotes: string[];
};

/** A change of one outcome after publication: a new version of the page, and news to those who asked. */
export type DemoUpdate = {
  on: string;
  outcome: string;
  change: DemoDecision;
  /** Why a promise was missed or moved; '' when it was kept. */
  reason: string;
};

export type DemoServiceChange = {
  key: string;
  slug: string;
  organisation: string;
  title: string;
  summary: string;
  service: string;
  createdOn: string;
  steps: { words: string; dueOn: string; doneOn: string | null; lateReason: string }[];
};

/** A drawing (SVG) that goes with a question in one edition, and what it shows in words. */
export type DemoPicture = { edition: Edition; question: string; alt: string; svg: string };

export type DemoConsultation = {
  key: string;
  /** Why it is in the demo, for whoever reads the data. */
  shows: string;
  organisation: string;
  /** The person who made it, and the officers who may read its answers. */
  createdBy: string;
  team: string[];
  plan: DemoPlan;
  publishedOn: string;
  survey: Definition;
  pictures?: DemoPicture[];
  /** Versions of the questions that came later, in order; the last may not be published yet. */
  laterSurveys?: { survey: Definition; writtenOn: string; isPublished: boolean }[];
  profile: DemoProfile;
  /** A close that was moved to where the plan has it now. */
  movedClose?: { was: string; on: string; reason: string };
  acknowledgement: DemoAcknowledgement | null;
  /** Reasons for dates that were missed, with the day on which each was given; null for 'when it was done'. */
  lateReasons: { promise: 'acknowledgement' | 'outcome'; reason: string; givenOn: string | null }[];
  /** Answers flagged to the safeguarding lead; `comment` as in quotes. */
  concerns: { comment: string; note: string; raisedOn: string }[];
  themes: DemoTheme[];
  outcomes: DemoOutcome[];
  outcomesPublishedOn: string | null;
  updates: DemoUpdate[];
};

export type Demo = {
  partnership: DemoPartnership;
  glossary: DemoWord[];
  closingDays: { day: string; name: string }[];
  organisations: DemoOrganisation[];
  people: DemoPerson[];
  serviceChanges: DemoServiceChange[];
  consultations: DemoConsultation[];
};
