import type { Db } from '../db/dialect.ts';
import type { Response, SurveyVersion } from '../db/schema.ts';
import { readDefinition, kindOf, type Definition, type Question } from '../surveys/definition.ts';
import { asked } from '../surveys/pages.ts';
import { quoteAllowed, whoAnswered } from '../surveys/answers.ts';
import type { Answers } from '../surveys/kinds/kind.ts';

// What families wrote. The team alone reads it, page by page: no query here ever reads all of it.

/** One answer in free words. `mayQuote`: its writer said that it may be quoted without a name. */
export type Comment = {
  responseId: string;
  question: string;
  words: string;
  mayQuote: boolean;
  /** Who said that they answer ('parent', …), or null. */
  who: string | null;
  channel: string;
  /** Two people left it out: it is read where a worry is about it, and never quoted. */
  isSetAside: boolean;
};
export type CommentFilter = { kind: 'all' } | { kind: 'unmarked' } | { kind: 'theme'; themeId: string };
/** `next`: the key after which the next page starts; null on the last. */
export type CommentPage = { comments: Comment[]; next: string | null };

const PAGE = 50;
// Where few wrote something, a page looks through no more rows than this before it is shown.
const MOST_LOOKS = 8;
const ROWS_A_LOOK = 250;

/** The survey versions that were answered, newest first. */
export function answeredVersions(db: Db, consultationId: string): Promise<SurveyVersion[]> {
  return db
    .selectFrom('survey_versions')
    .selectAll()
    .where('consultation_id', '=', consultationId)
    .where('published_at', 'is not', null)
    .orderBy('number', 'desc')
    .execute();
}

/** Every question that was ever asked, in its newest words. */
export function questionsOf(versions: readonly SurveyVersion[]): Question[] {
  const known = new Map<string, Question>();
  for (const { definition } of versions) {
    for (const question of asked(readDefinition(definition))) {
      if (!known.has(question.id)) known.set(question.id, question);
    }
  }
  return [...known.values()];
}

export const textQuestions = (questions: readonly Question[]): Question[] =>
  questions.filter(question => kindOf(question).isText);

/** Up to 50 comments on one question, in an order that tells nothing of when they came. Withdrawn and erased ones are absent. */
export async function listComments(
  db: Db,
  given: { consultationId: string; question: string; filter: CommentFilter; after: string },
): Promise<CommentPage> {
  const definitions = await definitionsOf(db, given.consultationId);
  const comments: Comment[] = [];
  let after = given.after;
  for (let look = 0; look < MOST_LOOKS; look++) {
    const rows = await responsesAfter(db, given, after);
    for (const row of rows) {
      after = row.id;
      const comment = commentOf(row, given.question, definitions.get(row.version_id));
      if (comment) comments.push(comment);
      if (comments.length === PAGE) return { comments, next: after };
    }
    if (rows.length < ROWS_A_LOOK) return { comments, next: null };
  }
  return { comments, next: after };
}

async function definitionsOf(db: Db, consultationId: string): Promise<Map<string, Definition>> {
  const versions = await answeredVersions(db, consultationId);
  return new Map(versions.map(version => [version.id, readDefinition(version.definition)]));
}

type CommentRow = Pick<Response, 'id' | 'version_id' | 'answers' | 'channel' | 'set_aside_on'>;

function responsesAfter(
  db: Db,
  { consultationId, question, filter }: { consultationId: string; question: string; filter: CommentFilter },
  after: string,
): Promise<CommentRow[]> {
  const rows = db
    .selectFrom('responses as r')
    .select(['r.id', 'r.version_id', 'r.answers', 'r.channel', 'r.set_aside_on'])
    .where('r.consultation_id', '=', consultationId)
    .where('r.id', '>', after)
    .where('r.withdrawn_on', 'is', null)
    .where('r.set_aside_on', 'is', null)
    .orderBy('r.id')
    .limit(ROWS_A_LOOK);
  if (filter.kind === 'all') return rows.execute();
  return rows
    .where(eb => {
      const marked = eb
        .selectFrom('marks')
        .select('marks.response_id')
        .whereRef('marks.response_id', '=', 'r.id')
        .where('marks.question', '=', question);
      if (filter.kind === 'unmarked') return eb.not(eb.exists(marked));
      return eb.exists(marked.where('marks.theme_id', '=', filter.themeId));
    })
    .execute();
}

function commentOf(row: CommentRow, question: string, definition: Definition | undefined): Comment | null {
  const answers = JSON.parse(row.answers) as Answers;
  const words = Object.hasOwn(answers, question) ? answers[question] : null;
  if (!definition || typeof words !== 'string' || words === '') return null;
  return {
    responseId: row.id,
    question,
    words,
    mayQuote: quoteAllowed(answers),
    who: whoAnswered(definition, answers),
    channel: row.channel,
    isSetAside: row.set_aside_on !== null,
  };
}

/** One comment of this consultation, or null when there is none (any more). */
export async function findComment(
  db: Db,
  consultationId: string,
  responseId: string,
  question: string,
): Promise<Comment | null> {
  const definitions = await definitionsOf(db, consultationId);
  const isText = [...definitions.values()].some(({ questions }) =>
    questions.some(each => each.id === question && kindOf(each).isText),
  );
  if (!isText) return null;
  const row = await db
    .selectFrom('responses')
    .select(['id', 'version_id', 'answers', 'channel', 'set_aside_on'])
    .where('id', '=', responseId)
    .where('consultation_id', '=', consultationId)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst();
  return row ? commentOf(row, question, definitions.get(row.version_id)) : null;
}

/** Up to 50 comments that carry a theme, over all questions, with whether they may be quoted. `after`: the last key seen. */
export async function commentsOfTheme(db: Db, themeId: string, after = ''): Promise<CommentPage> {
  const rows = await db
    .selectFrom('marks')
    .innerJoin('responses as r', 'r.id', 'marks.response_id')
    .innerJoin('survey_versions', 'survey_versions.id', 'r.version_id')
    .select(['r.id', 'r.version_id', 'r.answers', 'r.channel', 'r.set_aside_on'])
    .select(['marks.question', 'survey_versions.definition'])
    .where('marks.theme_id', '=', themeId)
    .where('r.withdrawn_on', 'is', null)
    .where('r.set_aside_on', 'is', null)
    .where('r.id', '>', after)
    .orderBy('r.id')
    .orderBy('marks.question')
    .limit(PAGE + MOST_MARKS)
    .execute();
  const shown = wholeResponses(rows);
  const definitions = new Map(shown.map(row => [row.version_id, row.definition]));
  const read = new Map([...definitions].map(([id, definition]) => [id, readDefinition(definition)]));
  const comments = shown.flatMap(row => commentOf(row, row.question, read.get(row.version_id)) ?? []);
  const last = shown.at(-1);
  return { comments, next: last && shown.length < rows.length ? last.id : null };
}

// A response may carry a theme once a question. A page ends between responses, so that its key is enough to go on.
const MOST_MARKS = 100;

function wholeResponses<R extends { id: string }>(rows: R[]): R[] {
  const over = rows[PAGE];
  if (!over) return rows;
  const end = rows.findIndex((row, at) => at >= PAGE && row.id !== rows[PAGE - 1]?.id);
  return end < 0 ? rows : rows.slice(0, end);
}
