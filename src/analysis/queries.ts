import type { Db } from '../db/dialect.ts';
import type { Snapshot } from '../db/schema.ts';
import type { PictureFigures, SnapshotFigures } from './snapshot-rules.ts';

export type SnapshotState = Omit<Snapshot, 'figures'>;

/** When the pictures were taken and of how many responses, without the figures. */
export async function listSnapshotStates(db: Db, ids: readonly string[]): Promise<SnapshotState[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('snapshots')
    .select(['consultation_id', 'taken_at', 'after_close_at', 'responses'])
    .where('consultation_id', 'in', [...ids])
    .execute();
}

/** A consultation's figures as everybody outside the team may see them, and when they were taken. */
export type Picture = { takenAt: string; afterClose: boolean; figures: PictureFigures };

/** The latest picture; null while there is none. */
export async function findPicture(db: Db, consultationId: string): Promise<Picture | null> {
  const row = await db
    .selectFrom('snapshots')
    .selectAll()
    .where('consultation_id', '=', consultationId)
    .executeTakeFirst();
  return row ? pictureOf(row) : null;
}

/** How many people answered, as everybody may know: null where too few did or no picture was taken yet. */
export async function peopleHeard(db: Db, ids: readonly string[]): Promise<Map<string, number | null>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('snapshots')
    .selectAll()
    .where('consultation_id', 'in', [...ids])
    .execute();
  return new Map(rows.map(row => [row.consultation_id, pictureOf(row).figures.responses]));
}

type OldFigures = SnapshotFigures & Partial<PictureFigures>;

function pictureOf(row: Snapshot): Picture {
  // Those that were taken before there were tables side by side have none.
  const figures = { sides: [], setAside: null, ...(JSON.parse(row.figures) as OldFigures) };
  return { takenAt: row.taken_at, afterClose: row.after_close_at !== null, figures };
}

/** Puts a new picture in the place of the one that was looked at. False when another instance was quicker. */
export async function replaceSnapshot(db: Db, row: Snapshot, previous: SnapshotState | null): Promise<boolean> {
  if (!previous) {
    const added = await db
      .insertInto('snapshots')
      .values(row)
      .onConflict(conflict => conflict.column('consultation_id').doNothing())
      .executeTakeFirst();
    return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
  }
  const changed = await db
    .updateTable('snapshots')
    .set(row)
    .where('consultation_id', '=', row.consultation_id)
    .where('taken_at', '=', previous.taken_at)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}
