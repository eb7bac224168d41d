import { headFor, type DeskHead } from '../consultations/desk-view.ts';
import { asPlanned, findPublic } from '../consultations/public.ts';
import { findForOfficer, latestVersion, publishedVersion } from '../consultations/queries.ts';
import { takesAnswers } from '../consultations/state.ts';
import type { Who } from '../people/roles.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { busy, found, notFound } from '../web/errors.ts';
import { page } from '../web/render.ts';
import { readReading } from '../web/reading.ts';
import { qrOf, type Qr } from '../web/qr.ts';
import { param, type Site } from '../web/site.ts';
import { readDefinition, type Definition } from '../surveys/definition.ts';
import { createSayIn, type Say, type SayIn } from '../words/catalogue.ts';
import { isEdition, languageOf, type Edition } from '../words/editions.ts';
import { printable as printableIn } from '../surveys/offered-editions.ts';
import { paperFor, type Printable } from './load.ts';
import { isSize, type Paper, type Size } from './paper-rules.ts';
import { pdfOf } from './pdf-files.ts';
import { picturesOf } from './picture-files.ts';
import { canSet } from './typesetting.ts';

type PaperView = {
  paper: Paper;
  square: Qr;
  /** Where this page stands, and the files beside it; none where the PDF's letters would not be right. */
  base: string;
  files: { href: string; size: Size }[];
  other: { href: string; size: Size };
  /** The other editions of this survey, to print instead. */
  editions: { href: string; label: string; language: string }[];
  closedOn: string;
  slug: string;
  head: DeskHead | null;
};

const paperPage = page<PaperView>('paper/paper');

const STAFF = ['officer', 'administrator'] as const;
type PaperDeps = Deps & { sayIn: SayIn };

const FILE = '/:file{[a-z]+-(?:standard|large)\\.pdf}';

/** Surveys to print: anybody's of what is published, officers' of what is not yet. */
export function registerPaperRoutes(site: Site, plain: Deps): void {
  const deps = { ...plain, sayIn: createSayIn() };
  site.kept('/consultations/:slug/paper', async c => {
    const slug = param(c, 'slug');
    return showPaper(c, deps, await published(c, deps), { base: `/consultations/${slug}/paper`, head: null });
  });

  site.get('public', `/consultations/:slug/paper${FILE}`, async c => sendFile(c, deps, await published(c, deps)));

  site.get(STAFF, '/desk/consultations/:id/paper', async (c, who) => {
    const { printable, head } = await planned(c, deps, who);
    return showPaper(c, deps, printable, { base: `/desk/consultations/${head.id}/paper`, head });
  });

  site.get(STAFF, `/desk/consultations/:id/paper${FILE}`, async (c, who) =>
    sendFile(c, deps, (await planned(c, deps, who)).printable),
  );
}

type Found = Printable & { isOver: boolean };

async function published(c: Ctx, deps: PaperDeps): Promise<Found> {
  const { row, plan, dates, state } = found(await findPublic(deps.db.read, param(c, 'slug'), deps.today()));
  const { definition, number } = found(await publishedVersion(deps.db.read, row.id));
  const survey = { definition, version: number };
  return {
    id: row.id,
    slug: row.slug,
    plan,
    dates,
    ...survey,
    isOver: !takesAnswers(state) && state !== 'opening-soon',
  };
}

/** The paper of the plan and the survey as they stand now. */
async function planned(c: Ctx, deps: PaperDeps, who: Who): Promise<{ printable: Found; head: DeskHead }> {
  const row = found(await findForOfficer(deps.db.read, who, param(c, 'id')));
  const gap = deps.say('consultations.page.not-written');
  const facts = await asPlanned(deps.db.read, row, { today: deps.today(), gap });
  const { definition, number } = found(await latestVersion(deps.db.read, row.id));
  const { plan, dates } = facts;
  const head = await headFor(deps.db.read, who, facts, deps.today());
  const survey = { definition, version: number };
  return { printable: { id: row.id, slug: row.slug, plan, dates, ...survey, isOver: false }, head };
}

async function showPaper(
  c: Ctx,
  deps: PaperDeps,
  printable: Found,
  { base, head }: { base: string; head: DeskHead | null },
): Promise<Response> {
  const chosen = c.req.query('edition');
  const edition = isEdition(chosen) ? chosen : readReading(c).edition;
  const asked = c.req.query('size');
  const size = isSize(asked) ? asked : 'standard';
  const paper = await paperFor(deps, printable, edition, deps.sayIn(edition), size);
  const definition = readDefinition(printable.definition);
  const other = size === 'large' ? 'standard' : 'large';
  const view = {
    paper,
    square: qrOf(paper.online.url),
    base,
    files: filesOf(paper, base, fileEdition(definition, edition, c.get('say'))),
    other: { size: other, href: `${base}?${new URLSearchParams({ edition, size: other }).toString()}` } as const,
    editions: othersThan(edition, definition, c.get('say')).map(each => ({
      ...each,
      href: `${base}?${new URLSearchParams({ edition: each.value, size }).toString()}`,
    })),
    closedOn: printable.isOver ? printable.dates.closesOn : '',
    slug: printable.slug,
    head,
  };
  const title = `${c.get('say')('paper.heading')}: ${paper.title}`;
  return paperPage(c, view, { title, area: head ? 'desk' : 'public' });
}

const othersThan = (edition: Edition, definition: Definition, t: Say) =>
  printableIn(definition, t).filter(each => each.value !== edition);

/** The edition of the files beside a page: the survey's own, or plain English for who reads English of another kind. */
function fileEdition(definition: Definition, edition: Edition, t: Say): Edition | null {
  if (printableIn(definition, t).some(each => each.value === edition)) return edition;
  return languageOf(edition) === 'en' ? 'plain' : null;
}

const filesOf = (paper: Paper, base: string, edition: Edition | null): PaperView['files'] =>
  edition !== null && paper.dir === 'ltr' && canSet(JSON.stringify(paper).replaceAll('\\n', ' '))
    ? (['standard', 'large'] as const).map(size => ({ size, href: `${base}/${edition}-${size}.pdf` }))
    : [];

async function sendFile(c: Ctx, deps: PaperDeps, printable: Found): Promise<Response> {
  const [, edition, size] = /^([a-z]+)-([a-z]+)\.pdf$/.exec(param(c, 'file')) ?? [];
  if (!isEdition(edition) || !isSize(size)) throw notFound();
  const definition = readDefinition(printable.definition);
  // Anybody may ask, and making one takes a while: what no page leads to is not made.
  if (fileEdition(definition, edition, c.get('say')) !== edition) throw notFound();
  const paper = await paperFor(deps, printable, edition, deps.sayIn(edition), size);
  if (filesOf(paper, '', edition).length === 0) throw notFound();
  const bytes = await pdfOf(paper, () => picturesOf(deps.db.read, paper));
  if (!bytes) throw busy();
  const name = `${printable.slug}-${edition}-${size}.pdf`;
  return c.body(bytes, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${name}"`,
    'cache-control': 'no-cache',
  });
}
