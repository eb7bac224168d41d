import { isUnexplained } from '../acknowledgements/late-rules.ts';
import { listed } from '../acknowledgements/recipient-rules.ts';
import { listThemes } from '../analysis/theme-queries.ts';
import { formatDay } from '../calendar/london.ts';
import { deskHead, type DeskHead } from '../consultations/desk-view.ts';
import type { ConsultationFacts } from '../consultations/facts.ts';
import type { Consultation, Outcome } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import { latestPublication } from '../publications/queries.ts';
import { listContacts } from '../responses/news/queries.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { conflict, found } from '../web/errors.ts';
import { checkForm, one, readForm, type FieldErrors } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { afterClose } from './after-close.ts';
import { publishedOutcomes } from './compose.ts';
import { missingFromEntry, staleWords, type Gap } from './decision-rules.ts';
import { draftOf, entryForm, entryOf, typedValues, valuesOf, type EntryView } from './entry-form.ts';
import { entryFrom, moveEntry, saveEntry, takeOutEntry } from './entries.ts';
import { tagFor } from './present.ts';
import { peopleBehind } from './people.ts';
import { findOutcome, listOutcomeLinks, listOutcomes, listQuotes } from './queries.ts';
import { listLinkable } from './service-changes/queries.ts';

type Row = {
  id: string;
  heading: string;
  youSaid: string;
  tag: { text: string; state: string };
  people: string;
  quotes: number;
  gaps: Gap[];
  isPublic: boolean;
};
type ListView = {
  id: string;
  head: DeskHead;
  rows: Row[];
  published: { version: number; on: string } | null;
  /** How many are to be told by post or phone. */
  listed: number;
  outcomeOn: string;
  isOverdue: boolean;
};
const listPage = page<ListView>('outcomes/desk-list');
const entryPage = page<EntryView>('outcomes/entry');

const OUTCOMES = '/desk/consultations/:id/outcomes';
const STAFF = ['officer', 'administrator'] as const;

/** Writing the entries of a 'You said, we did' page, which its team alone does, after the close. */
export function registerOutcomeDesk(site: Site, deps: Deps): void {
  const { db } = deps;
  const back = (c: Ctx, id: string) => c.redirect(`/desk/consultations/${id}/outcomes`, 303);
  const by = (who: Who) => ({ db: db.write, who, now: deps.now() });

  site.get(
    STAFF,
    OUTCOMES,
    afterClose(deps, (c, facts) => showList(c, deps, facts)),
  );
  site.get(
    STAFF,
    `${OUTCOMES}/new`,
    afterClose(deps, (c, { row }, who) => showForm(c, deps, row, who, null)),
  );

  site.post(
    STAFF,
    OUTCOMES,
    afterClose(deps, (c, { row }, who) => save(c, row, who, null)),
  );
  site.post(
    STAFF,
    `${OUTCOMES}/:outcomeId`,
    afterClose(deps, async (c, { row }, who) => save(c, row, who, await draft(c, row))),
  );

  site.get(
    STAFF,
    `${OUTCOMES}/:outcomeId`,
    afterClose(deps, async (c, { row }, who) => {
      const entry = found(await findOutcome(db.read, row.id, param(c, 'outcomeId')));
      if (await isPublic(row.id, entry.id))
        return c.redirect(`/desk/consultations/${row.id}/outcomes/${entry.id}/change`, 303);
      return showForm(c, deps, row, who, entry);
    }),
  );
  site.post(
    STAFF,
    `${OUTCOMES}/:outcomeId/move`,
    afterClose(deps, async (c, { row }, who) => {
      const entry = found(await findOutcome(db.read, row.id, param(c, 'outcomeId')));
      const way = one(await readForm(c), 'way') === 'up' ? 'up' : 'down';
      await moveEntry(by(who), row.id, entry.id, way);
      return back(c, row.id);
    }),
  );
  site.post(
    STAFF,
    `${OUTCOMES}/:outcomeId/removal`,
    afterClose(deps, async (c, { row }, who) => {
      await takeOutEntry(by(who), row.id, (await draft(c, row)).id);
      return back(c, row.id);
    }),
  );

  async function isPublic(consultationId: string, entryId: string): Promise<boolean> {
    const published = await publishedOutcomes(db.read, consultationId);
    return published?.entries.some(entry => entry.id === entryId) ?? false;
  }

  // What the public has read is changed with a reason, or not at all.
  async function draft(c: Ctx, row: Consultation): Promise<Outcome> {
    const entry = found(await findOutcome(db.read, row.id, param(c, 'outcomeId')));
    if (await isPublic(row.id, entry.id)) throw conflict();
    return entry;
  }

  async function save(c: Ctx, row: Consultation, who: Who, entry: Outcome | null): Promise<Response> {
    const checked = checkForm(entryForm, await readForm(c));
    if (!checked.ok) return showForm(c, deps, row, who, entry, checked.errors);
    const stale = entry && staleWords(entryFrom(entry), entryOf(checked.value));
    if (stale) return showForm(c, deps, row, who, entry, { words: stale });
    const [themes, changes] = [await listThemes(db.read, row.id), await listLinkable(db.read, who)];
    await saveEntry(by(who), row.id, entry?.id ?? null, draftOf(checked.value, themes, changes));
    return back(c, row.id);
  }
}

async function showList(c: Ctx, deps: Deps, { row, dates }: ConsultationFacts): Promise<Response> {
  const { read } = deps.db;
  const [contacts, rows, quotes, people, latest, published] = await Promise.all([
    listContacts(read, row.id),
    listOutcomes(read, row.id),
    listQuotes(read, row.id),
    peopleBehind(read, row.id),
    latestPublication(read, 'outcomes', row.id),
    publishedOutcomes(read, row.id),
  ]);
  const today = deps.today();
  const lateness = { today, ...(await deps.partnership()) };
  const known = new Set(published?.entries.map(entry => entry.id));
  const shown = rows.map(each => {
    const entry = entryFrom(each);
    const gaps = known.has(each.id) ? [] : missingFromEntry(entry, today);
    const count = people.behind.get(each.id)?.size ?? 0;
    const { id, heading } = each;
    const mine = quotes.filter(quote => quote.outcome_id === id).length;
    const isPublic = known.has(id);
    const about = { people: `${count} of ${people.of} people`, quotes: mine, gaps, isPublic };
    return {
      id,
      heading,
      youSaid: entry.youSaid,
      tag: tagFor(entry, { ...lateness, isDraft: !isPublic }, deps.say),
      ...about,
    };
  });
  const view = {
    id: row.id,
    head: deskHead({ row, dates }, today),
    rows: shown,
    published: latest ? { version: latest.version, on: formatDay(latest.published_at.slice(0, 10), today) } : null,
    listed: listed(contacts).length,
    outcomeOn: dates.outcomeOn,
    isOverdue: isUnexplained(dates, 'outcome', lateness),
  };
  return listPage(c, view, { title: `Outcomes: ${row.title}`, area: 'desk' });
}

async function showForm(
  c: Ctx,
  deps: Deps,
  row: Consultation,
  who: Who,
  entry: Outcome | null,
  errors: FieldErrors = {},
): Promise<Response> {
  const { read } = deps.db;
  const [themes, serviceChanges, people, links] = await Promise.all([
    listThemes(read, row.id),
    listLinkable(read, who),
    peopleBehind(read, row.id),
    listOutcomeLinks(read, row.id),
  ]);
  const typed = c.get('typed');
  const own = links.filter(link => link.outcome_id === entry?.id).map(link => link.id);
  const stored = entry ? valuesOf(entryFrom(entry), people.themesOf.get(entry.id) ?? [], own) : {};
  const common = { id: row.id, consultation: row.title, entryId: entry?.id ?? null, themes, serviceChanges, listed: 0 };
  const view = { ...common, values: typed ? typedValues(typed) : stored, change: false };
  const title = entry ? `${entry.heading}: ${row.title}` : `New entry: ${row.title}`;
  return entryPage(c, view, { title, area: 'desk', errors });
}
