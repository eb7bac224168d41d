import type { Db } from '../db/dialect.ts';
import type { Outcome, OutcomeChange, Publication, Quote } from '../db/schema.ts';

export function listOutcomes(db: Db, consultationId: string): Promise<Outcome[]> {
  return db
    .selectFrom('outcomes')
    .selectAll()
    .where('consultation_id', '=', consultationId)
    .orderBy('position')
    .orderBy('created_at')
    .execute();
}

export function findOutcome(db: Db, consultationId: string, id: string): Promise<Outcome | undefined> {
  return db
    .selectFrom('outcomes')
    .selectAll()
    .where('consultation_id', '=', consultationId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function addOutcome(db: Db, row: Outcome): Promise<void> {
  await db.insertInto('outcomes').values(row).execute();
}

export async function updateOutcome(db: Db, id: string, change: Partial<Omit<Outcome, 'id'>>): Promise<void> {
  await db.updateTable('outcomes').set(change).where('id', '=', id).execute();
}

/** Takes out an entry with its links and quotes. */
export async function removeOutcome(db: Db, id: string): Promise<void> {
  await db.deleteFrom('quotes').where('outcome_id', '=', id).execute();
  await db.deleteFrom('outcome_themes').where('outcome_id', '=', id).execute();
  await db.deleteFrom('outcome_service_changes').where('outcome_id', '=', id).execute();
  await db.deleteFrom('outcomes').where('id', '=', id).execute();
}

/** Which person's answers were marked with which theme: each pair once, without those who withdrew or had their words erased. */
export function listThemePeople(db: Db, consultationId: string) {
  return db
    .selectFrom('marks')
    .innerJoin('themes', 'themes.id', 'marks.theme_id')
    .innerJoin('responses', 'responses.id', 'marks.response_id')
    .select(['marks.theme_id', 'marks.response_id'])
    .distinct()
    .where('themes.consultation_id', '=', consultationId)
    .where('responses.withdrawn_on', 'is', null)
    .where('responses.set_aside_on', 'is', null)
    .where('responses.words_erased_on', 'is', null)
    .execute();
}

/** Which themes each entry speaks for. */
export function listOutcomeThemes(db: Db, consultationId: string) {
  return db
    .selectFrom('outcome_themes')
    .innerJoin('outcomes', 'outcomes.id', 'outcome_themes.outcome_id')
    .select(['outcome_themes.outcome_id', 'outcome_themes.theme_id'])
    .where('outcomes.consultation_id', '=', consultationId)
    .execute();
}

export async function replaceOutcomeThemes(db: Db, outcomeId: string, themeIds: readonly string[]): Promise<void> {
  await db.deleteFrom('outcome_themes').where('outcome_id', '=', outcomeId).execute();
  const rows = themeIds.map(id => ({ outcome_id: outcomeId, theme_id: id }));
  if (rows.length > 0) await db.insertInto('outcome_themes').values(rows).execute();
}

/** The service changes that each entry leads to. */
export function listOutcomeLinks(db: Db, consultationId: string) {
  return db
    .selectFrom('outcome_service_changes')
    .innerJoin('outcomes', 'outcomes.id', 'outcome_service_changes.outcome_id')
    .innerJoin('service_changes', 'service_changes.id', 'outcome_service_changes.service_change_id')
    .select(['outcomes.id as outcome_id', 'service_changes.id', 'service_changes.slug', 'service_changes.title'])
    .where('outcomes.consultation_id', '=', consultationId)
    .orderBy('service_changes.title')
    .execute();
}

export async function replaceOutcomeLinks(db: Db, outcomeId: string, ids: readonly string[]): Promise<void> {
  await db.deleteFrom('outcome_service_changes').where('outcome_id', '=', outcomeId).execute();
  const rows = ids.map(id => ({ outcome_id: outcomeId, service_change_id: id }));
  if (rows.length > 0) await db.insertInto('outcome_service_changes').values(rows).execute();
}

/** Quotes whose words still stand: not those of somebody who withdrew or had their words erased. */
export function listQuotes(db: Db, consultationId: string): Promise<Quote[]> {
  return db
    .selectFrom('quotes')
    .innerJoin('outcomes', 'outcomes.id', 'quotes.outcome_id')
    .innerJoin('responses', 'responses.id', 'quotes.response_id')
    .selectAll('quotes')
    .where('outcomes.consultation_id', '=', consultationId)
    .where('responses.withdrawn_on', 'is', null)
    .where('responses.set_aside_on', 'is', null)
    .where('responses.words_erased_on', 'is', null)
    .orderBy('quotes.id')
    .execute();
}

/** The words of those quotes, by id. */
export async function quoteWords(db: Db, consultationId: string): Promise<Map<string, string>> {
  return new Map((await listQuotes(db, consultationId)).map(quote => [quote.id, quote.words]));
}

export async function addQuote(db: Db, row: Quote): Promise<void> {
  await db.insertInto('quotes').values(row).execute();
}

export async function removeQuote(db: Db, outcomeId: string, id: string): Promise<void> {
  await db.deleteFrom('quotes').where('outcome_id', '=', outcomeId).where('id', '=', id).execute();
}

export function listOutcomeChanges(db: Db, consultationId: string): Promise<OutcomeChange[]> {
  return db
    .selectFrom('outcome_changes')
    .innerJoin('outcomes', 'outcomes.id', 'outcome_changes.outcome_id')
    .selectAll('outcome_changes')
    .where('outcomes.consultation_id', '=', consultationId)
    .orderBy('outcome_changes.changed_at', 'desc')
    .execute();
}

export async function addOutcomeChange(db: Db, row: OutcomeChange): Promise<void> {
  await db.insertInto('outcome_changes').values(row).execute();
}

/** One version of a page, by its number. */
export function findVersion(
  db: Db,
  kind: string,
  subjectId: string,
  version: number,
): Promise<Publication | undefined> {
  return db
    .selectFrom('publications')
    .selectAll()
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .where('version', '=', version)
    .executeTakeFirst();
}
