import { findPicture } from '../analysis/queries.ts';
import { countResponses } from '../analysis/tally-queries.ts';
import type { Db } from '../db/dialect.ts';
import { listWhys } from '../unusual/queries.ts';
import { publicPeople, publicSetAside, type SetAsideFigure } from '../unusual/why-rules.ts';
import { listOutcomeThemes, listThemePeople } from './queries.ts';

/** Who stands behind each entry: the people whose comments carry one of its themes, and how many answered at all. */
export type People = {
  of: number;
  setAside: SetAsideFigure | null;
  behind: Map<string, ReadonlySet<string>>;
  themesOf: Map<string, string[]>;
};

export async function peopleBehind(db: Db, consultationId: string): Promise<People> {
  const [pairs, links, counted, whys, picture] = await Promise.all([
    listThemePeople(db, consultationId),
    listOutcomeThemes(db, consultationId),
    countResponses(db, [consultationId]),
    listWhys(db, consultationId),
    findPicture(db, consultationId),
  ]);
  const byTheme = Map.groupBy(pairs, pair => pair.theme_id);
  const behind = new Map<string, ReadonlySet<string>>();
  const themesOf = new Map<string, string[]>();
  for (const [id, own] of Map.groupBy(links, link => link.outcome_id)) {
    const people = own.flatMap(link => byTheme.get(link.theme_id) ?? []).map(pair => pair.response_id);
    behind.set(id, new Set(people));
    themesOf.set(
      id,
      own.map(link => link.theme_id),
    );
  }
  // Beside the board's numbers, so that the two together tell of nobody.
  const board = picture?.figures;
  const of = publicPeople(counted.get(consultationId) ?? 0, board?.responses ?? null);
  return { of, setAside: publicSetAside(whys, board?.setAside), behind, themesOf };
}
