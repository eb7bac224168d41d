import { growStamp } from '../audit/queries.ts';
import { sendingEnds } from '../calendar/closing.ts';
import { listPublished, publishedVersion } from '../consultations/queries.ts';
import type { Consultation } from '../db/schema.ts';
import { readDefinition } from '../surveys/definition.ts';
import type { Deps } from '../web/deps.ts';
import { THRESHOLD } from './disclosure.ts';
import { findPicture, listSnapshotStates, replaceSnapshot, type SnapshotState } from './queries.ts';
import { publicSetAside } from '../unusual/why-rules.ts';
import { listWhys } from '../unusual/queries.ts';
import { safeTables, steadyTables } from './side-by-side-rules.ts';
import { buildSnapshot, needsRenewal, responsesIn, settledTallies } from './snapshot-rules.ts';
import { countResponses, listArrivals, listTallies } from './tally-queries.ts';

type Parts = Pick<Deps, 'db' | 'now' | 'say'>;

// What was sent in the last second may still be on its way to the disk.
const SETTLING_MINUTES = 2;

/**
 * Takes a new picture of each consultation that is due for one (ten responses more or fewer, or none yet at the close), from the
 * tallies alone. Gives the number of new pictures. Cheap when there are none: a few rows a consultation.
 */
export async function renewSnapshots(deps: Parts): Promise<number> {
  const rows = await listPublished(deps.db.read);
  const ids = rows.map(row => row.id);
  const [states, counts] = await Promise.all([
    listSnapshotStates(deps.db.read, ids),
    countResponses(deps.db.read, ids),
  ]);
  let renewed = 0;
  for (const row of rows) {
    const previous = states.find(state => state.consultation_id === row.id) ?? null;
    if (await renewOne(deps, row, previous, counts.get(row.id) ?? 0)) renewed++;
  }
  return renewed;
}

async function renewOne(deps: Parts, row: Consultation, previous: SnapshotState | null, live: number) {
  const closedAt = row.closes_on ? settledAt(row.closes_on) : null;
  const now = deps.now().toString({ smallestUnit: 'millisecond' });
  const closed = closedAt !== null && now >= closedAt;
  const count = closed ? live : await settledCount(deps, row.id, live);
  // Opened again after a close: what was counted then stays until it has grown.
  if (!closed && previous?.after_close_at && count < previous.responses) return false;
  if (!needsRenewal(previous, count, closed)) return false;
  return takePicture(deps, row.id, previous, { now, closed });
}

const settledAt = (closesOn: string): string =>
  sendingEnds(closesOn).add({ minutes: SETTLING_MINUTES }).toString({ smallestUnit: 'millisecond' });

async function settledCount({ db }: Parts, id: string, live: number): Promise<number> {
  return live === 0 ? 0 : responsesIn(settledTallies(await listArrivals(db.read, id)));
}

async function takePicture(
  { db, say }: Parts,
  id: string,
  previous: SnapshotState | null,
  { now, closed }: { now: string; closed: boolean },
): Promise<boolean> {
  const version = await publishedVersion(db.read, id);
  if (!version) return false;
  const all = await listTallies(db.read, id, closed ? ['all', 'day', 'who'] : ['day']);
  const tallies = closed ? all : settledTallies(all);
  const definition = readDefinition(version.definition);
  const before = (await findPicture(db.read, id))?.figures;
  const figures = {
    ...buildSnapshot(definition, tallies, THRESHOLD, say),
    sides: steadyTables(before?.sides ?? [], safeTables(definition, tallies, say)),
    setAside: publicSetAside(await listWhys(db.read, id), before?.setAside ?? null),
  };
  return db.write.transaction().execute(async tx => {
    const row = {
      consultation_id: id,
      taken_at: now,
      after_close_at: closed ? now : null,
      responses: responsesIn(tallies),
      figures: JSON.stringify(figures),
    };
    const replaced = await replaceSnapshot(tx, row, previous);
    // Public pages show how many people answered.
    if (replaced) await growStamp(tx);
    return replaced;
  });
}
