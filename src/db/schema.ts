// One row type a table. Dates are ISO days (`2026-11-22`), instants ISO UTC with milliseconds, JSON is text.
// A state is a row or a date with who and when: no table holds a flag or a status word.

export type Partnership = {
  id: 'partnership';
  name: string;
  strapline: string;
  help_phone: string;
  help_hours: string;
  help_email: string;
  post_address: string;
  urgent_words: string;
  child_phone: string;
  privacy_words: string;
  strong_colour: string;
  charter: string;
};
export type ClosingDay = { day: string; name: string };
/** Somebody who grew up with a language has read its words. Without a row, pages say that nobody has. */
export type LanguageCheck = { language: string; checked_by: string; recorded_at: string; recorded_by: string };

/** A short form or a word of the partnership: what it means in English, and in other languages ('' where nobody wrote it). */
export type GlossaryWord = {
  id: string;
  term: string;
  meaning: string;
  cy: string;
  pl: string;
  ur: string;
  added_at: string;
  added_by: string;
};

export type Organisation = { id: string; name: string; kind: string; created_at: string };
export type Person = {
  id: string;
  organisation_id: string;
  name: string;
  email: string;
  post: string;
  created_at: string;
  ended_at: string | null;
};
export type Grant = { person_id: string; role: string; granted_by: string | null; granted_at: string };
export type SignInLink = { token_hash: string; person_id: string; expires_at: string; used_at: string | null };
export type SetupLink = { token_hash: string; created_at: string; used_at: string | null };
export type Session = { token_hash: string; person_id: string; created_at: string; expires_at: string };

export type Consultation = {
  id: string;
  slug: string;
  organisation_id: string;
  title: string;
  purpose: string;
  background: string;
  can_change: string;
  cannot_change: string;
  level: string;
  level_reason: string;
  scope: string;
  who_decides: string;
  confidentiality: string;
  confidentiality_words: string;
  audience: string;
  minutes: number | null;
  key_contact_name: string;
  key_contact_email: string;
  key_contact_phone: string;
  opens_on: string | null;
  closes_on: string | null;
  outcome_on: string | null;
  retention_months: number | null;
  safeguarding_name: string;
  safeguarding_email: string;
  content_warning: string;
  support_links: string;
  exit_address: string;
  created_at: string;
  created_by: string;
};
export type ConsultationPerson = {
  id: string;
  consultation_id: string;
  position: number;
  name: string;
  role: string;
  why: string;
};
export type TeamMember = { consultation_id: string; person_id: string; added_by: string; added_at: string };
/** A promised date that was moved (`closes_on`, `outcome_on`), always with a reason. */
export type DateChange = {
  id: string;
  consultation_id: string;
  which: string;
  was: string;
  now: string;
  reason: string;
  changed_at: string;
  changed_by: string;
};
/** Why a promised date was missed, one row a promise: `acknowledgement`, `outcome`. */
export type LateReason = {
  consultation_id: string;
  promise: string;
  reason: string;
  given_at: string;
  given_by: string;
};

/** Why words that stop publishing stay as they are: one row for just these words. */
export type WordReason = {
  consultation_id: string;
  mark: string;
  what: string;
  reason: string;
  given_at: string;
  given_by: string;
};

export type SurveyVersion = {
  id: string;
  consultation_id: string;
  number: number;
  definition: string;
  created_at: string;
  created_by: string;
  published_at: string | null;
};

/** A change of a version that is not published. `definition` is what undoing it, or doing it again once undone, puts back. */
export type SurveyEdit = {
  version_id: string;
  n: number;
  definition: string;
  at: string;
  person_id: string;
  undone_at: string | null;
  /** Such as 'Questions from a file'; '' where it is called by what it changes. */
  name: string;
};

/** A question that an officer kept for other surveys, as JSON: without rules and files. */
export type SavedQuestion = { id: string; question: string; saved_at: string; saved_by: string };

export type Draft = {
  id: string;
  token_hash: string;
  consultation_id: string;
  version_id: string;
  response_id: string | null;
  answers: string;
  begun_at: string;
  saved_at: string;
  /** Only the most important questions were asked for, since when; null for all. */
  shortened_at: string | null;
  /** Begun on a device that many people share: may go from this instant on. */
  forget_at: string | null;
};
export type Response = {
  id: string;
  consultation_id: string;
  version_id: string;
  token_hash: string;
  reference: string;
  channel: string;
  /** Which edition was read: 'plain', 'easy', 'ur' and so on. */
  edition: string;
  day: string;
  answers: string;
  changed_on: string | null;
  withdrawn_on: string | null;
  words_erased_on: string | null;
  /** Why it looks unusual, in short names; null when it doesn't. */
  unusual: string | null;
  /** Since when two people leave it out of the counts. */
  set_aside_on: string | null;
};
/** A response that somebody in the team typed in. `unreadable`: question ids as JSON. */
export type TypedResponse = { response_id: string; consultation_id: string; typed_by: string; unreadable: string };
/** The same paper typed by a second person; its answers go when the differences are settled. */
export type TypedCheck = {
  response_id: string;
  typed_by: string;
  answers: string;
  unreadable: string;
  compared: number;
  differed: number;
  settled_at: string | null;
  settled_by: string | null;
};
/** Where dots on a board were counted. */
export type HeldEvent = {
  id: string;
  consultation_id: string;
  name: string;
  place: string;
  held_on: string;
  created_by: string;
};
export type EventCount = { event_id: string; question: string; option: string; count: number };
export type Contact = {
  id: string;
  consultation_id: string;
  way: string;
  name: string;
  address: string;
};
/** The counts of one value of one dimension: JSON, how many by question and option. */
export type TallySheet = {
  consultation_id: string;
  dimension: string;
  value: string;
  counts: string;
};

export type Acknowledgement = {
  id: string;
  consultation_id: string;
  acknowledged_at: string;
  acknowledged_by: string;
  words: string;
  mailed: number;
  listed: number;
};

export type Snapshot = {
  consultation_id: string;
  taken_at: string;
  after_close_at: string | null;
  responses: number;
  figures: string;
};
export type Theme = {
  id: string;
  consultation_id: string;
  position: number;
  name: string;
  summary: string;
  created_at: string;
  created_by: string;
};
export type Mark = { theme_id: string; response_id: string; question: string; marked_at: string; marked_by: string };
export type Concern = {
  id: string;
  consultation_id: string;
  response_id: string;
  question: string;
  note: string;
  raised_at: string;
  raised_by: string;
  seen_at: string | null;
  /** A name, or 'the safeguarding lead', who has no account. */
  seen_by: string | null;
};

/** Somebody asked to leave an answer out of the counts. It ends when somebody says no, or takes it back. */
export type SetAside = {
  id: string;
  consultation_id: string;
  response_id: string;
  why: string;
  note: string;
  proposed_at: string;
  proposed_by: string;
  confirmed_at: string | null;
  confirmed_by: string | null;
  ended_at: string | null;
  ended_by: string | null;
  ended_why: string | null;
};

export type Outcome = {
  id: string;
  consultation_id: string;
  position: number;
  heading: string;
  you_said: string;
  decision: string;
  words: string;
  why: string;
  owner: string;
  due_on: string | null;
  done_on: string | null;
  created_at: string;
  created_by: string;
};
/** A change of an entry after it was published, with the reason when a promised date was missed or moved. */
export type OutcomeChange = {
  id: string;
  outcome_id: string;
  was_decision: string;
  now_decision: string;
  was_due_on: string | null;
  now_due_on: string | null;
  reason: string;
  changed_at: string;
  changed_by: string;
};
export type OutcomeTheme = { outcome_id: string; theme_id: string };
export type OutcomeServiceChange = { outcome_id: string; service_change_id: string };
export type Quote = { id: string; outcome_id: string; response_id: string; question: string; words: string };
export type ServiceChange = {
  id: string;
  slug: string;
  organisation_id: string;
  title: string;
  summary: string;
  service: string;
  created_at: string;
  created_by: string;
};
export type ServiceChangeStep = {
  id: string;
  service_change_id: string;
  position: number;
  words: string;
  due_on: string;
  done_on: string | null;
  late_reason: string;
};
/** A version of a public page: `consultation`, `outcomes` or `service-change`. Rows are added, never changed. */
export type Publication = {
  id: string;
  kind: string;
  subject_id: string;
  version: number;
  content: string;
  published_at: string;
  published_by: string;
};

/** A file that a survey shows. `bytes` is its size; the file lies in its parts. Captions are WebVTT. */
export type Media = {
  id: string;
  consultation_id: string;
  kind: string;
  mime: string;
  bytes: number;
  width: number | null;
  height: number | null;
  alt: string;
  /** Of the words: alt, transcript and captions. */
  language: string;
  transcript: string;
  captions: string | null;
  made_at: string;
  made_by: string;
};
export type MediaPart = { media_id: string; n: number; bytes: Uint8Array };

export type OutboxMail = {
  id: string;
  recipient: string;
  subject: string;
  text: string;
  html: string;
  cause: string;
  subject_id: string | null;
  /** A mail that carries a private link: its row goes when it is delivered, or at this instant. */
  forget_at: string | null;
  created_at: string;
  due_at: string;
  tries: number;
  /** Since when somebody has been sending it. */
  claimed_at: string | null;
  sent_at: string | null;
  given_up_at: string | null;
  last_error: string;
};
export type Audit = {
  id: string;
  at: string;
  person_id: string | null;
  act: string;
  subject_kind: string;
  subject_id: string;
  detail: string;
};
/** One counter: it grows with every act that may change a public page, so that each instance drops what it kept. */
export type Stamp = { name: string; count: number };

export type Schema = {
  partnership: Partnership;
  closing_days: ClosingDay;
  language_checks: LanguageCheck;
  glossary: GlossaryWord;
  word_reasons: WordReason;
  organisations: Organisation;
  people: Person;
  grants: Grant;
  sign_in_links: SignInLink;
  setup_links: SetupLink;
  sessions: Session;
  consultations: Consultation;
  consultation_people: ConsultationPerson;
  team_members: TeamMember;
  date_changes: DateChange;
  late_reasons: LateReason;
  survey_versions: SurveyVersion;
  survey_edits: SurveyEdit;
  saved_questions: SavedQuestion;
  drafts: Draft;
  responses: Response;
  typed_responses: TypedResponse;
  typed_checks: TypedCheck;
  events: HeldEvent;
  event_counts: EventCount;
  contacts: Contact;
  tally_sheets: TallySheet;
  acknowledgements: Acknowledgement;
  snapshots: Snapshot;
  themes: Theme;
  marks: Mark;
  concerns: Concern;
  set_asides: SetAside;
  outcomes: Outcome;
  outcome_changes: OutcomeChange;
  outcome_themes: OutcomeTheme;
  outcome_service_changes: OutcomeServiceChange;
  quotes: Quote;
  service_changes: ServiceChange;
  service_change_steps: ServiceChangeStep;
  publications: Publication;
  media: Media;
  media_parts: MediaPart;
  outbox: OutboxMail;
  audit: Audit;
  stamps: Stamp;
};
