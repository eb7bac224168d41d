import type { Db } from '../db/dialect.ts';
import { countPeople, listOutcomeThemes, listThemePeople } from './queries.ts';

/** Who stands behind each entry: the people whose comments carry one of its themes, and how many answered at all. */
export type People = { of: number; behind: Map<string, ReadonlySet<string>>; themesOf: Map<string, string[]> };

export async function peopleBehind(db: Db, consultationId: string): Promise<People> {
  const [pairs, links, of] = await Promise.all([
    listThemePeople(db, consultationId),
    listOutcomeThemes(db, consultationId),
    countPeople(db, consultationId),
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
  return { of, behind, themesOf };
}
