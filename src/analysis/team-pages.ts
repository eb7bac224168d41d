import { formatDay, londonDay } from '../calendar/london.ts';
import { deskHead, type DeskHead } from '../consultations/desk-view.ts';
import { factsOfOne } from '../consultations/facts.ts';
import type { Concern, Consultation } from '../db/schema.ts';
import type { Deps } from '../web/deps.ts';
import type { Comment } from './comment-queries.ts';
import { concernsOn } from './concern-queries.ts';
import { marksOn } from './theme-queries.ts';

// What the pages of answers, themes and worries share.

export const baseOf = (row: Pick<Consultation, 'id'>): string => `/desk/consultations/${row.id}`;

/** The top of a desk page of this consultation. */
export const headOf = async (deps: Deps, row: Consultation): Promise<DeskHead> =>
  deskHead(await factsOfOne(deps.db.read, row), deps.today());

/** A comment as its partial shows it. `passedOn`: the worry that was raised about it, or null. */
export type ShownComment = Comment & {
  marks: string[];
  whoWords: string;
  passedOn: { id: string; words: string } | null;
};

/** Comments with the themes that they carry, ready to show. */
export async function withMarks(deps: Deps, question: string, comments: readonly Comment[]): Promise<ShownComment[]> {
  const ids = comments.map(comment => comment.responseId);
  const marks = await marksOn(deps.db.read, question, ids);
  const worries = await concernsOn(deps.db.read, question, ids);
  return comments.map(comment => ({
    ...inWords(deps, comment, marks.get(comment.responseId)),
    passedOn: passedOn(worries.get(comment.responseId), deps.today()),
  }));
}

const passedOn = (worry: Concern | undefined, today: string): ShownComment['passedOn'] =>
  worry ? { id: worry.id, words: `Passed on ${formatDay(londonDay(worry.raised_at), today)}` } : null;

/** One comment, ready to show; who answered in words. */
export const inWords = (deps: Deps, comment: Comment, marks: string[] = []): ShownComment => ({
  ...comment,
  marks,
  whoWords: comment.who ? deps.say(`surveys.who.${comment.who}`) : '',
  passedOn: null,
});
