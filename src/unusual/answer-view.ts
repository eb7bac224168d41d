import { readVersion } from '../analysis/recount.ts';
import { formatDay, londonDay } from '../calendar/london.ts';
import type { Response } from '../db/schema.ts';
import { answersInWords, type InWords } from '../responses/question-rules.ts';
import { readSigns } from '../responses/unusual-rules.ts';
import type { Answers } from '../surveys/kinds/kind.ts';
import { journey } from '../surveys/steps.ts';
import type { Deps } from '../web/deps.ts';
import type { Standing, UnusualRow as Unusual } from './queries.ts';
import { shortSigns, signWords } from './sign-words.ts';
import { isWhy, whyLabels } from './why-rules.ts';

/** One answer as its page shows it. `asked`: that somebody wants it set aside, or that it is. */
export type AnswerView = {
  heading: string;
  signs: string[];
  answers: InWords[];
  asked: (StandingRow & { note: string }) | null;
};

/** An answer that waits for a second person or is set aside, in words. */
export type StandingRow = { id: string; name: string; why: string; words: string; isAside: boolean };

export type UnusualRow = { id: string; name: string; signs: string[] };

export async function answerView(deps: Deps, response: Response, asked: Standing | undefined): Promise<AnswerView> {
  const { definition } = await readVersion(deps.db.read, response.version_id);
  const answers = JSON.parse(response.answers) as Answers;
  return {
    heading: nameOf(response, deps),
    signs: readSigns(response.unusual).map(sign => signWords[sign]),
    answers: answersInWords(journey(definition, deps.say), answers, deps.say),
    asked: asked ? { ...standingRow(asked, deps), note: asked.note } : null,
  };
}

export function standingRow(asked: Standing, deps: Deps): StandingRow {
  const on = (instant: string) => formatDay(londonDay(instant), deps.today());
  const isAside = asked.confirmed_at !== null;
  const proposed = `${asked.proposer} asked on ${on(asked.proposed_at)}`;
  return {
    id: asked.response_id,
    name: nameOf({ ...asked, id: asked.response_id }, deps),
    why: isWhy(asked.why) ? whyLabels[asked.why] : asked.why,
    words: isAside
      ? `${proposed}, ${asked.confirmer ?? ''} agreed on ${on(asked.confirmed_at ?? '')}.`
      : `${proposed}.`,
    isAside,
  };
}

/** Those that nobody has asked to set aside: the others stand above them. */
export const unusualRows = (rows: readonly Unusual[], standing: readonly Standing[], deps: Deps): UnusualRow[] =>
  rows
    .filter(row => standing.every(asked => asked.response_id !== row.id))
    .map(row => ({
      id: row.id,
      name: nameOf(row, deps),
      signs: readSigns(row.unusual).map(sign => shortSigns[sign]),
    }));

// Many answers come on one day. The number is drawn from the id, and says nothing of when they came.
const nameOf = ({ id, day, channel }: Pick<Response, 'id' | 'day' | 'channel'>, deps: Deps): string =>
  `Answer ${numberOf(id)}, ${formatDay(day, deps.today())}${channel === 'online' ? '' : `, ${channel}`}`;

const numberOf = (id: string): number => 100_000 + (Buffer.from(id, 'base64url').readUInt32BE() % 900_000);
