import { act } from '../audit/act.ts';
import { londonDay } from '../calendar/london.ts';
import { lockConsultation } from '../consultations/queries.ts';
import { randomId } from '../db/ids.ts';
import type { Consultation, Outcome } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import { addPublication } from '../publications/queries.ts';
import { composeChange, publishedOutcomes } from './compose.ts';
import { changedEntries, onlyLinks, type OutcomesContent } from './content-rules.ts';
import type { Entry } from './decision-rules.ts';
import { fieldsOf } from './entries.ts';
import { addOutcomeChange, findOutcome, replaceOutcomeLinks, updateOutcome } from './queries.ts';
import { tellContacts, type Tools } from './tell.ts';

/** What is different now, and why when a promise is missed or moved (else ''). */
export type Change = Entry & { serviceChanges: readonly string[]; reason: string };

/**
 * Changes an entry that is public: the entry, what it was before and why, a new version of the page, and news to
 * those who asked, in one act (W14). A link alone is no news: it is told to nobody. Gives the version's number, or null when nothing reads differently.
 */
export async function changeOutcome(
  tools: Tools,
  who: Pick<Who, 'id'>,
  row: Consultation,
  entryId: string,
  change: Change,
): Promise<number | null> {
  const now = tools.now();
  const detail: Record<string, string | number> = { entry: entryId };
  const subject = { kind: 'consultation', id: row.id };
  const doing = { person: who, act: 'change published outcome', subject, detail, now };
  try {
    return await act(tools.db.write, doing, async tx => {
      await lockConsultation(tx, row.id);
      const before = await publishedOutcomes(tx, row.id);
      const was = await findOutcome(tx, row.id, entryId);
      if (!before || !was) throw new Error('Only what is public is changed this way.');
      const changed = { ...was, ...fieldsOf(change) };
      await updateOutcome(tx, entryId, fieldsOf(change));
      await replaceOutcomeLinks(tx, entryId, change.serviceChanges);
      const plain = await composeChange(tx, before, changed, londonDay(now));
      if (changedEntries(plain, before).length === 0) throw new NothingNew();
      const linked = change.reason === '' ? withLinks(before, plain, changed, londonDay(now)) : null;
      if (!linked) await addOutcomeChange(tx, changeRow(was, changed, change.reason, who.id, now));
      const content = linked ?? (await composeChange(tx, before, changed, londonDay(now)));
      const at = now.toString({ smallestUnit: 'millisecond' });
      const page = { kind: 'outcomes' as const, subjectId: row.id, content, personId: who.id, now: at };
      const version = await addPublication(tx, page);
      const entries = content.entries.filter(entry => entry.id === entryId);
      detail.version = version;
      detail.mailed = linked ? 0 : await tellContacts(tx, tools, row, { entries, news: 'change', now });
      return version;
    });
  } catch (error) {
    if (error instanceof NothingNew) return null;
    throw error;
  }
}

/** The page with a note of the links that are new or gone; null when the entry reads differently otherwise. */
function withLinks(before: OutcomesContent, plain: OutcomesContent, changed: Outcome, on: string) {
  const was = before.entries.find(entry => entry.id === changed.id);
  const now = plain.entries.find(entry => entry.id === changed.id);
  const links = was && now && onlyLinks(was, now);
  if (!links) return null;
  const { decision, dueOn, changes } = now;
  const note = { on, was: decision, now: decision, wasDueOn: dueOn, nowDueOn: dueOn, reason: '', links };
  const entry = { ...now, changes: [note, ...changes] };
  return { ...plain, entries: plain.entries.map(each => (each.id === entry.id ? entry : each)) };
}

class NothingNew extends Error {}

const changeRow = (was: Outcome, now: Outcome, reason: string, by: string, at: Temporal.Instant) => ({
  id: randomId(),
  outcome_id: was.id,
  was_decision: was.decision,
  now_decision: now.decision,
  was_due_on: was.due_on,
  now_due_on: now.due_on,
  reason,
  changed_at: at.toString({ smallestUnit: 'millisecond' }),
  changed_by: by,
});
