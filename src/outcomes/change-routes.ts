import { countWays } from '../acknowledgements/recipient-rules.ts';
import { listThemes } from '../analysis/theme-queries.ts';
import type { Consultation, Outcome } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import { listContacts } from '../responses/news/queries.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found, notFound } from '../web/errors.ts';
import { checkForm, readForm, type FieldErrors } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { afterClose } from './after-close.ts';
import { changeOutcome } from './change.ts';
import { publishedOutcomes } from './compose.ts';
import { missingFromEntry, owesReason, staleWords, type Entry } from './decision-rules.ts';
import { changeForm, entryOf, offeredOf, typedValues, valuesOf, type EntryView } from './entry-form.ts';
import { entryFrom } from './entries.ts';
import { findOutcome, listOutcomeChanges, listOutcomeLinks } from './queries.ts';
import { listLinkable } from './service-changes/queries.ts';

const entryPage = page<EntryView>('outcomes/entry');

const PATH = '/desk/consultations/:id/outcomes';
const STAFF = ['officer', 'administrator'] as const;

/** Changing an entry that is public. */
export function registerChangeDesk(site: Site, deps: Deps): void {
  const { db } = deps;
  site.get(
    STAFF,
    `${PATH}/:outcomeId/change`,
    afterClose(deps, async (c, { row }, who) => showChange(c, deps, row, who, await publicEntry(c, row))),
  );
  site.post(
    STAFF,
    `${PATH}/:outcomeId/change`,
    afterClose(deps, async (c, { row }, who) => {
      const was = await publicEntry(c, row);
      const checked = checkForm(changeForm, await readForm(c));
      if (!checked.ok) return showChange(c, deps, row, who, was, checked.errors);
      const { reason, service_changes: ids } = checked.value;
      const now = entryOf(checked.value);
      const errors = await wrongWith(deps, row, was, now, reason);
      if (Object.keys(errors).length > 0) return showChange(c, deps, row, who, was, errors);
      const serviceChanges = offeredOf(ids, await listLinkable(db.read, who));
      const version = await changeOutcome(deps, who, row, was.id, { ...now, serviceChanges, reason });
      if (version === null) return showChange(c, deps, row, who, was, { heading: 'Nothing is different yet.' });
      return c.redirect(`/desk/consultations/${row.id}/outcomes`, 303);
    }),
  );

  async function publicEntry(c: Ctx, row: Consultation): Promise<Outcome> {
    const entry = found(await findOutcome(db.read, row.id, param(c, 'outcomeId')));
    const published = await publishedOutcomes(db.read, row.id);
    if (!published?.entries.some(each => each.id === entry.id)) throw notFound();
    return entry;
  }
}

async function wrongWith(
  deps: Deps,
  row: Consultation,
  was: Outcome,
  now: Entry,
  reason: string,
): Promise<FieldErrors> {
  const today = deps.today();
  const errors: FieldErrors = {};
  for (const gap of missingFromEntry(now, today)) errors[gap.field] ??= gap.words;
  const before = entryFrom(was);
  const stale = staleWords(before, now);
  if (stale) errors.words ??= stale;
  const changes = await listOutcomeChanges(deps.db.read, row.id);
  const explained = changes.some(
    each => each.outcome_id === was.id && each.reason !== '' && each.changed_at.slice(0, 10) > (before.dueOn ?? ''),
  );
  const owed = owesReason(before, now, { today, calendar: await deps.calendar(), explained });
  if (owed && reason === '') {
    errors.reason = owed === 'moved' ? 'Say why the promised date changes.' : 'Say why the promised date was missed.';
  }
  if (now.decision === 'will' && now.dueOn !== before.dueOn && now.dueOn && now.dueOn < today) {
    errors.due_on ??= 'Promise a day that is still to come.';
  }
  return errors;
}

async function showChange(
  c: Ctx,
  deps: Deps,
  row: Consultation,
  who: Who,
  entry: Outcome,
  errors: FieldErrors = {},
): Promise<Response> {
  const { read } = deps.db;
  const [ways, themes, serviceChanges, links] = await Promise.all([
    listContacts(read, row.id).then(countWays),
    listThemes(read, row.id),
    listLinkable(read, who),
    listOutcomeLinks(read, row.id),
  ]);
  const typed = c.get('typed');
  const own = links.filter(link => link.outcome_id === entry.id).map(link => link.id);
  const values = typed ? typedValues(typed) : valuesOf(entryFrom(entry), [], own);
  const about = { id: row.id, consultation: row.title, entryId: entry.id, listed: ways.post + ways.phone };
  const view = { ...about, themes, serviceChanges, values, change: true };
  return entryPage(c, view, { title: `Change: ${entry.heading}, ${row.title}`, area: 'desk', errors });
}
