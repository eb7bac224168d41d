import { act } from '../../audit/act.ts';
import type { Db } from '../../db/dialect.ts';
import type { ServiceChange } from '../../db/schema.ts';
import type { Who } from '../../people/roles.ts';
import { addPublication, latestPublication } from '../../publications/queries.ts';
import type { Tools } from '../tell.ts';
import {
  changedSteps,
  isSameChange,
  readServiceChange,
  type ServiceChangeContent,
  type Step,
} from './content-rules.ts';
import { listSteps, lockServiceChange, organisationName } from './queries.ts';
import { tellOfSteps } from './tell.ts';

type Author = Pick<Who, 'id'>;

/**
 * Publishes a service change as it stands, and tells those who left an address for a linked consultation, in one act.
 * Gives the version's number, or null when the public already reads all of this.
 */
export function publishServiceChange(tools: Tools, who: Author, id: string): Promise<number | null> {
  const now = tools.now();
  const subject = { kind: 'service change', id };
  return act(tools.db.write, { person: who, act: 'publish service change', subject, now }, async tx => {
    const row = await lockServiceChange(tx, id);
    return addVersion(tx, tools, who, row, now);
  });
}

/** Adds a version in the transaction of its cause, with news of the steps that read differently (W14). */
export async function addVersion(
  tx: Db,
  tools: Tools,
  who: Author,
  row: ServiceChange,
  now: Temporal.Instant,
): Promise<number | null> {
  const before = await publishedChange(tx, row.id);
  const content = await contentOf(tx, row);
  if (isSameChange(content, before)) return null;
  const at = now.toString({ smallestUnit: 'millisecond' });
  const page = { kind: 'service-change' as const, subjectId: row.id, content, personId: who.id, now: at };
  const version = await addPublication(tx, page);
  await tellOfSteps(tx, tools, row, changedSteps(content, before), now);
  return version;
}

/** What the public reads now, or null while nothing is published. */
export async function publishedChange(db: Db, id: string): Promise<ServiceChangeContent | null> {
  const latest = await latestPublication(db, 'service-change', id);
  return latest ? readServiceChange(latest.content) : null;
}

async function contentOf(db: Db, row: ServiceChange): Promise<ServiceChangeContent> {
  const { title, service, summary } = row;
  const organisation = await organisationName(db, row.organisation_id);
  return { title, service, summary, organisation, steps: (await listSteps(db, row.id)).map(stepFrom) };
}

type StepRow = Awaited<ReturnType<typeof listSteps>>[number];

export const stepFrom = ({ id, words, due_on, done_on, late_reason }: StepRow): Step => ({
  id,
  words,
  dueOn: due_on,
  doneOn: done_on,
  lateReason: late_reason,
});
