import { randomId } from '../db/ids.ts';
import { addServiceChange, addStep } from '../outcomes/service-changes/queries.ts';
import type { Demo } from './content/index.ts';
import { atNine, type DemoIds, type DemoTools } from './ids.ts';

/** The service changes with their dated steps, each published as it stands today. */
export async function loadServiceChanges(
  toolsAt: (day: string) => DemoTools,
  { serviceChanges, people }: Demo,
  ids: DemoIds,
  today: string,
): Promise<void> {
  for (const given of serviceChanges) {
    const { db } = toolsAt(given.createdOn);
    const id = ids.serviceChanges.get(given.key) ?? '';
    const officer = people.find(
      person => person.organisation === given.organisation && person.roles.includes('officer'),
    );
    const by = ids.people.get(officer?.key ?? '') ?? '';
    await addServiceChange(db.write, {
      id,
      slug: given.slug,
      organisation_id: ids.organisations.get(given.organisation) ?? '',
      title: given.title,
      summary: given.summary,
      service: given.service,
      created_at: atNine(given.createdOn).toString(),
      created_by: by,
    });
    for (const [position, step] of given.steps.entries()) {
      await addStep(db.write, {
        id: randomId(),
        service_change_id: id,
        position,
        words: step.words,
        due_on: step.dueOn,
        done_on: step.doneOn,
        late_reason: step.lateReason,
      });
    }
  }
  void today;
}
