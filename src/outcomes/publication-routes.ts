import { z } from 'zod';
import { mailable } from '../acknowledgements/recipient-rules.ts';
import { listThemes } from '../analysis/theme-queries.ts';
import type { ConsultationFacts } from '../consultations/facts.ts';
import type { Consultation, Outcome } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import { listContacts } from '../responses/news/queries.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found, notFound } from '../web/errors.ts';
import { optional } from '../web/fields.ts';
import { checkForm, one, readForm, type FieldErrors } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { afterClose } from './after-close.ts';
import { changeOutcome } from './change.ts';
import { composePage, publishedOutcomes } from './compose.ts';
import { missingFromEntry, owesReason, type Entry } from './decision-rules.ts';
import { changeForm, entryOf, offeredOf, typedValues, valuesOf, type EntryView } from './entry-form.ts';
import { entryFrom } from './entries.ts';
import { showEntry, type ShownEntry } from './present.ts';
import { NotReady, outcomesReadiness, publishOutcomes, type Readiness } from './publish.ts';
import { findOutcome, listOutcomeChanges, listOutcomeLinks, quoteWords } from './queries.ts';
import { listLinkable } from './service-changes/queries.ts';

type PublicationView = {
  id: string;
  slug: string;
  consultation: string;
  ready: Pick<Readiness, 'missing' | 'isUnchanged' | 'needsReason'>;
  isAcknowledged: boolean;
  emails: number;
  reason: string;
  outcomeOn: string;
};
type PreviewView = { id: string; consultation: string; entries: ShownEntry[] };

const publicationPage = page<PublicationView>('outcomes/publication');
const previewPage = page<PreviewView>('outcomes/preview');
const entryPage = page<EntryView>('outcomes/entry');

const PATH = '/desk/consultations/:id/outcomes';
const STAFF = ['officer', 'administrator'] as const;

const publicationForm = z.object({ reason: optional(400) });

/** Preview, publishing, and changing what is public. */
export function registerPublicationDesk(site: Site, deps: Deps): void {
  const { db } = deps;
  site.get(
    STAFF,
    `${PATH}/preview`,
    afterClose(deps, (c, { row }) => showPreview(c, deps, row)),
  );
  site.get(
    STAFF,
    `${PATH}/publication`,
    afterClose(deps, (c, facts) => showPublication(c, deps, facts)),
  );
  site.post(
    STAFF,
    `${PATH}/publication`,
    afterClose(deps, async (c, facts, who) => {
      const typed = await readForm(c);
      const checked = checkForm(publicationForm, typed);
      if (!checked.ok) return showPublication(c, deps, facts, one(typed, 'reason'), checked.errors);
      try {
        await publishOutcomes(deps, who, facts.row, checked.value);
      } catch (error) {
        if (error instanceof NotReady) return showPublication(c, deps, facts, checked.value.reason);
        throw error;
      }
      return c.redirect(`/desk/consultations/${facts.row.id}/outcomes`, 303);
    }),
  );

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

async function showPreview(c: Ctx, deps: Deps, row: Consultation): Promise<Response> {
  const { read } = deps.db;
  const today = deps.today();
  const content = await composePage(read, row, await publishedOutcomes(read, row.id), today);
  const linkable = new Set(content.entries.flatMap(entry => entry.serviceChanges.map(change => change.id)));
  const [calendar, quotes] = [await deps.calendar(), await quoteWords(read, row.id)];
  const entries = content.entries.map(entry => showEntry(entry, { today, calendar, linkable, quotes }, deps.say));
  return previewPage(
    c,
    { id: row.id, consultation: row.title, entries },
    { title: `Preview: ${row.title}`, area: 'desk' },
  );
}

/** With `reason` given, publishing was tried and refused. */
async function showPublication(
  c: Ctx,
  deps: Deps,
  facts: ConsultationFacts,
  reason?: string,
  wrong: FieldErrors = {},
): Promise<Response> {
  const { read } = deps.db;
  const { row, dates } = facts;
  const ready = await outcomesReadiness(read, facts, deps.today(), await deps.calendar());
  const emails = mailable(await listContacts(read, row.id)).length;
  const tried = reason !== undefined;
  const owed: FieldErrors = { reason: 'Say why it is late. Families read it.' };
  const errors = tried && ready.needsReason && reason === '' ? owed : wrong;
  const view = {
    id: row.id,
    slug: row.slug,
    consultation: row.title,
    ready,
    isAcknowledged: dates.acknowledgedOn !== null,
    emails,
    reason: reason ?? '',
    outcomeOn: dates.outcomeOn,
  };
  return publicationPage(c, view, { title: `Publish: ${row.title}`, area: 'desk', errors, status: tried ? 422 : 200 });
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
  const [themes, serviceChanges, links] = await Promise.all([
    listThemes(read, row.id),
    listLinkable(read, who),
    listOutcomeLinks(read, row.id),
  ]);
  const typed = c.get('typed');
  const own = links.filter(link => link.outcome_id === entry.id).map(link => link.id);
  const values = typed ? typedValues(typed) : valuesOf(entryFrom(entry), [], own);
  const view = { id: row.id, consultation: row.title, entryId: entry.id, themes, serviceChanges, values, change: true };
  return entryPage(c, view, { title: `Change: ${entry.heading}, ${row.title}`, area: 'desk', errors });
}
