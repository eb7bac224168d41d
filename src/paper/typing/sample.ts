import type { Db } from '../../db/dialect.ts';
import type { Who } from '../../people/roles.ts';
import { percentOf } from '../../analysis/disclosure.ts';
import type { Desk } from './load.ts';
import { sampleOf } from './check-rules.ts';
import { listChecks, listTypedPapers } from './queries.ts';

type Paper = { id: string; reference: string };

/** How typing twice stands, as somebody on the team sees it. */
export type Checks = {
  /** Papers of the sample that this person may type: somebody else typed them first. */
  toType: Paper[];
  /** How many of the sample wait for somebody else. */
  forOthers: number;
  /** Papers on which the two typings differ, and nobody has chosen yet. */
  toSettle: Paper[];
  done: number;
  compared: number;
  differed: number;
  percent: number;
};

export async function checksOf(db: Db, who: Pick<Who, 'id'>, consultationId: string): Promise<Checks> {
  const [papers, checks] = await Promise.all([listTypedPapers(db, consultationId), listChecks(db, consultationId)]);
  const checked = new Set(checks.map(check => check.response_id));
  const waiting = sampleOf(papers).filter(paper => !checked.has(paper.id));
  const toType = waiting.filter(paper => paper.typed_by !== who.id);
  const open = new Set(checks.filter(check => check.settled_at === null).map(check => check.response_id));
  const sum = (of: 'compared' | 'differed') => checks.reduce((total, check) => total + check[of], 0);
  return {
    toType,
    forOthers: waiting.length - toType.length,
    toSettle: papers.filter(paper => open.has(paper.id)),
    done: checks.length,
    compared: sum('compared'),
    differed: sum('differed'),
    percent: percentOf(sum('differed'), sum('compared')),
  };
}

/**
 * Where this person goes to put a paper right. Two typings that differ are settled first, and nobody looks at a first
 * typing before they have typed the second.
 */
export async function placeOf(
  db: Db,
  who: Pick<Who, 'id'>,
  { id, base }: Pick<Desk, 'id' | 'base'>,
  paper: string,
): Promise<string> {
  const { toType, toSettle } = await checksOf(db, who, id);
  const isIn = (list: readonly Paper[]) => list.some(each => each.id === paper);
  const place = isIn(toSettle) ? 'differences' : isIn(toType) ? 'again' : 'papers';
  return `${base}/typing/${place}/${paper}`;
}
