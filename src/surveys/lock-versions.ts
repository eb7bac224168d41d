import { londonDay } from '../calendar/london.ts';
import { latestVersion, lockConsultation } from '../consultations/queries.ts';
import type { Db } from '../db/dialect.ts';
import type { SurveyVersion } from '../db/schema.ts';

/** `closed`: nobody answers any more, so no new version can come. */
export type Locked = { latest: SurveyVersion | null; closed: boolean };

/** The newest version of a survey, which stays as it is until the transaction ends. */
export async function lockVersions(tx: Db, consultationId: string, now: Temporal.Instant): Promise<Locked> {
  const row = await lockConsultation(tx, consultationId);
  const latest = (await latestVersion(tx, consultationId)) ?? null;
  return { latest, closed: row?.closes_on ? londonDay(now) > row.closes_on : false };
}

/** Whether it is being written, in the place of one that families answer. */
export const isNewVersion = ({ number, published_at }: SurveyVersion): boolean => published_at === null && number > 1;
