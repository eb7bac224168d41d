import { deskNames } from '../words/editions.ts';
import { planFindings } from '../consultations/word-rules.ts';
import type { Db } from '../db/dialect.ts';
import { hashToken } from '../db/ids.ts';
import type { Consultation } from '../db/schema.ts';
import { readKnown } from '../glossary/known.ts';
import type { Definition } from '../surveys/definition.ts';
import { called } from '../surveys/number-rules.ts';
import { findingsIn, type SurveyFinding } from '../surveys/word-rules.ts';
import type { Finding } from '../words/checks/finding-rules.ts';
import { listWordReasons } from './queries.ts';

/** Words that stop publishing until somebody says why they stay; the same words in several places are one. */
export type Block = { mark: string; where: string; wrong: string; todo: string };
export type KeptWords = { mark: string; wrong: string; reason: string; giver: string; givenAt: string };
export type WordBlocks = { open: Block[]; kept: KeptWords[] };

/** Stands for just these words and what is wrong with them. */
export const markOf = ({ check, words }: Pick<Finding, 'check' | 'words'>): string =>
  hashToken(`${check}\n${words}`).slice(0, 22);

/** What stops these words from being published, and for which a reason was given. Leave out what is not published. */
export async function readBlocks(
  db: Db,
  consultationId: string,
  { plan, survey }: { plan?: Consultation | undefined; survey?: Definition | undefined },
): Promise<WordBlocks> {
  const known = await readKnown(db);
  const inPlan = plan ? planFindings(plan, known).map(each => ({ ...each, place: 'The plan' })) : [];
  const inSurvey = survey ? findingsIn(survey, known).map(each => ({ ...each, place: placeOf(survey, each) })) : [];
  const blocks = grouped([...inPlan, ...inSurvey].filter(each => each.level === 'block'));
  const reasons = await listWordReasons(db, consultationId);
  const standing = reasons.filter(({ mark }) => blocks.some(each => each.mark === mark));
  return {
    open: blocks.filter(({ mark }) => !standing.some(each => each.mark === mark)),
    kept: standing.map(({ mark, what, reason, giver, given_at }) => ({
      ...{ mark, reason, giver },
      wrong: what,
      givenAt: given_at,
    })),
  };
}

function placeOf(survey: Definition, { question, edition }: SurveyFinding): string {
  const place = question === null ? 'The start page' : called(survey, question);
  return edition === 'plain' ? place : `${place} (${deskNames[edition]})`;
}

function grouped(found: readonly (Finding & { place: string })[]): Block[] {
  const byMark = Map.groupBy(found, markOf);
  return [...byMark].flatMap(([mark, [first, ...others]]) => {
    if (!first) return [];
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    return [{ mark, where: `${first.place}${more}`, wrong: first.wrong, todo: first.todo }];
  });
}
