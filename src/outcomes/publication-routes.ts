import { z } from 'zod';
import { countWays } from '../acknowledgements/recipient-rules.ts';
import type { ConsultationFacts } from '../consultations/facts.ts';
import type { Consultation } from '../db/schema.ts';
import { listContacts } from '../responses/news/queries.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { optional } from '../web/fields.ts';
import { checkForm, one, readForm, type FieldErrors } from '../web/forms.ts';
import { page } from '../web/render.ts';
import type { Site } from '../web/site.ts';
import { afterClose } from './after-close.ts';
import { composePage, publishedOutcomes } from './compose.ts';
import { showEntry, type ShownEntry } from './present.ts';
import { NotReady, outcomesReadiness, publishOutcomes, type Readiness } from './publish.ts';
import { quoteWords } from './queries.ts';

type PublicationView = {
  id: string;
  slug: string;
  consultation: string;
  ready: Pick<Readiness, 'missing' | 'isUnchanged' | 'needsReason'>;
  isAcknowledged: boolean;
  emails: number;
  /** How many are to be told by post or phone. */
  listed: number;
  isPublished: boolean;
  reason: string;
  outcomeOn: string;
};
type PreviewView = { id: string; consultation: string; entries: ShownEntry[] };

const publicationPage = page<PublicationView>('outcomes/publication');
const previewPage = page<PreviewView>('outcomes/preview');

const PATH = '/desk/consultations/:id/outcomes';
const STAFF = ['officer', 'administrator'] as const;

const publicationForm = z.object({ reason: optional(400) });

/** Preview and publishing. */
export function registerPublicationDesk(site: Site, deps: Deps): void {
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
}

async function showPreview(c: Ctx, deps: Deps, row: Consultation): Promise<Response> {
  const { read } = deps.db;
  const today = deps.today();
  const published = await publishedOutcomes(read, row.id);
  const content = await composePage(read, row, published, today);
  const linkable = new Set(content.entries.flatMap(entry => entry.serviceChanges.map(change => change.id)));
  const [calendar, quotes] = [await deps.calendar(), await quoteWords(read, row.id)];
  const showing = { today, calendar, linkable, quotes, published };
  const entries = content.entries.map(entry => showEntry(entry, showing, deps.say));
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
  const ready = await outcomesReadiness(read, facts, deps.now(), await deps.calendar());
  const ways = countWays(await listContacts(read, row.id));
  const tried = reason !== undefined;
  const owed: FieldErrors = { reason: 'Say why it is late. Families read it.' };
  const errors = tried && ready.needsReason && reason === '' ? owed : wrong;
  const view = {
    id: row.id,
    slug: row.slug,
    consultation: row.title,
    ready,
    isAcknowledged: dates.acknowledgedOn !== null,
    emails: ways.email,
    listed: ways.post + ways.phone,
    isPublished: dates.outcomePublishedOn !== null,
    reason: reason ?? '',
    outcomeOn: dates.outcomeOn,
  };
  return publicationPage(c, view, { title: `Publish: ${row.title}`, area: 'desk', errors, status: tried ? 422 : 200 });
}
