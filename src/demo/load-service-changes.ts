import { randomId } from '../db/ids.ts';
import { publishServiceChange } from '../outcomes/service-changes/publish.ts';
import { addServiceChange, addStep } from '../outcomes/service-changes/queries.ts';
import { saveStep } from '../outcomes/service-changes/save.ts';
import type { Demo, DemoServiceChange } from './content/index.ts';
import { atNine, type DemoIds, type DemoTools } from './ids.ts';

type ToolsAt = (day: string) => DemoTools;

/** A step that is done or late: what it will read, and the day on which it began to. */
type LaterStep = { on: string; save(): Promise<void> };

/** The service changes as they were first published. Gives what happened to their steps later, oldest first. */
export async function loadServiceChanges(toolsAt: ToolsAt, content: Demo, ids: DemoIds): Promise<LaterStep[]> {
  const later: LaterStep[] = [];
  for (const given of content.serviceChanges) {
    const id = ids.serviceChanges.get(given.key) ?? '';
    const who = { id: officerOf(content, given, ids) };
    const tools = toolsAt(given.createdOn);
    await addServiceChange(tools.db.write, {
      id,
      slug: given.slug,
      organisation_id: ids.organisations.get(given.organisation) ?? '',
      title: given.title,
      summary: given.summary,
      service: given.service,
      created_at: atNine(given.createdOn).toString({ smallestUnit: 'millisecond' }),
      created_by: who.id,
    });
    for (const [position, step] of given.steps.entries()) {
      const stepId = randomId();
      const row = { id: stepId, service_change_id: id, position, words: step.words, due_on: step.dueOn };
      await addStep(tools.db.write, { ...row, done_on: null, late_reason: '' });
      const on = step.doneOn;
      if (on !== null) later.push({ on, save: () => saveStep(toolsAt(on), who, id, stepId, step) });
    }
    await publishServiceChange(tools, who, id);
  }
  return later.sort((a, b) => (a.on < b.on ? -1 : 1));
}

function officerOf({ people }: Demo, { organisation }: DemoServiceChange, ids: DemoIds): string {
  const officer = people.find(person => person.organisation === organisation && person.roles.includes('officer'));
  return ids.people.get(officer?.key ?? '') ?? '';
}
