import type { Transaction } from 'kysely';
import { act } from '../../audit/act.ts';
import { freeSlug, slugFrom } from '../../consultations/slug-rules.ts';
import { randomId } from '../../db/ids.ts';
import type { Schema, ServiceChange } from '../../db/schema.ts';
import type { Who } from '../../people/roles.ts';
import type { Tools } from '../tell.ts';
import type { Step } from './content-rules.ts';
import { addVersion, publishedChange } from './publish.ts';
import {
  addServiceChange,
  addStep,
  listSteps,
  lockServiceChange,
  removeStep,
  slugsLike,
  updateServiceChange,
  updateStep,
} from './queries.ts';

export type Details = Pick<ServiceChange, 'title' | 'service' | 'summary'>;
type Author = Pick<Who, 'id'>;

/** A new service change of the officer's own organisation, with its address. Gives its id. */
export function createServiceChange(
  tools: Tools,
  who: Pick<Who, 'id' | 'organisationId'>,
  details: Details,
): Promise<string> {
  const id = randomId();
  const now = tools.now();
  const subject = { kind: 'service change', id };
  return act(tools.db.write, { person: who, act: 'create service change', subject, now }, async tx => {
    const wanted = slugFrom(details.title);
    const slug = freeSlug(wanted, await slugsLike(tx, wanted));
    const made = { created_at: now.toString({ smallestUnit: 'millisecond' }), created_by: who.id };
    await addServiceChange(tx, { id, slug, organisation_id: who.organisationId, ...details, ...made });
    return id;
  });
}

/** Saves what it is about. When it is public, that is a new version. */
export function saveDetails(tools: Tools, who: Author, id: string, details: Details): Promise<void> {
  return change(tools, who, id, 'edit service change', tx => updateServiceChange(tx, id, details));
}

/** Adds or saves a step. When the service change is public, that is a new version and news to those behind it. */
export function saveStep(
  tools: Tools,
  who: Author,
  id: string,
  stepId: string | null,
  step: Omit<Step, 'id'>,
): Promise<void> {
  const fields = { words: step.words, due_on: step.dueOn, done_on: step.doneOn, late_reason: step.lateReason };
  return change(tools, who, id, stepId ? 'edit step' : 'add step', async tx => {
    if (stepId) return updateStep(tx, stepId, fields);
    const position = (await listSteps(tx, id)).length;
    return addStep(tx, { id: randomId(), service_change_id: id, position, ...fields });
  });
}

/** Takes out a step that the public has not read. */
export function takeOutStep(tools: Tools, who: Author, id: string, stepId: string): Promise<void> {
  return change(tools, who, id, 'remove step', tx => removeStep(tx, stepId));
}

function change(
  tools: Tools,
  who: Author,
  id: string,
  what: string,
  edit: (tx: Transaction<Schema>) => Promise<void>,
): Promise<void> {
  const now = tools.now();
  const subject = { kind: 'service change', id };
  return act(tools.db.write, { person: who, act: what, subject, now }, async tx => {
    await lockServiceChange(tx, id);
    await edit(tx);
    const row = await lockServiceChange(tx, id);
    if (await publishedChange(tx, id)) await addVersion(tx, tools, who, row, now);
  });
}
