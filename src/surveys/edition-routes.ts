import type { DeskHead } from '../consultations/desk-view.ts';
import { readKnown } from '../glossary/known.ts';
import { nouns } from '../media/media-rules.ts';
import type { MediaKind } from '../media/file-rules.ts';
import { listMedia } from '../media/queries.ts';
import { deskNames, editions, isEdition, type Edition } from '../words/editions.ts';
import type { Known } from '../words/checks/page-rules.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found, notFound } from '../web/errors.ts';
import { one, type FieldErrors, type Typed } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { change, load, PATH, readFormOf, refusedBy, STAFF, surveyOf, type Loaded } from './desk-pages.ts';
import { offerEdition, saveEdition, START, stopOffering } from './edition-save-rules.ts';
import { inPages, partsIn, sumOf, writtenIn, type EditionPart, type EditionSum } from './edition-view-rules.ts';
import { editionsOf } from './editions.ts';
import { findingsIn, type SurveyFinding } from './word-rules.ts';

type ListView = {
  head: DeskHead;
  version: string;
  isFixed: boolean;
  offered: EditionSum[];
  others: { value: string; label: string }[];
};

type EditionView = {
  head: DeskHead;
  version: string;
  edition: Edition;
  name: string;
  language: { lang: string; dir: string };
  parts: (EditionPart & { found: SurveyFinding[] })[];
  /** How many parts lack something or are older, and whether only those are shown. */
  open: number;
  only: boolean;
  /** Which page of how many. */
  at: number;
  of: number;
  files: { value: string; label: string }[];
  saved: boolean;
};

const listPage = page<ListView>('surveys/editions');
const editionPage = page<EditionView>('surveys/edition');

const EDITIONS = `${PATH}/editions`;

/** A survey's editions side by side with the original. An empty field says nothing: the original stands. */
export function registerEditionRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, EDITIONS, async (c, who) => {
    const loaded = await load(c, deps, who);
    return showList(c, loaded);
  });

  site.post(STAFF, EDITIONS, async (c, who) => {
    const loaded = await load(c, deps, who);
    const edition = one(await readFormOf(c, loaded), 'edition');
    if (!isEdition(edition) || edition === 'plain') {
      const errors = { edition: 'Choose which edition to offer.' };
      return showList(c, loaded, errors);
    }
    await change(deps, who, loaded, before => offerEdition(before, edition));
    return c.redirect(`${surveyOf(loaded)}/editions/${edition}`, 303);
  });

  site.post(STAFF, `${EDITIONS}/:edition/removal`, async (c, who) => {
    const loaded = await load(c, deps, who);
    await readFormOf(c, loaded);
    const edition = editionIn(c, loaded);
    if (edition === 'plain') throw notFound();
    await change(deps, who, loaded, before => stopOffering(before, edition));
    return c.redirect(`${surveyOf(loaded)}/editions`, 303);
  });

  site.get(STAFF, `${EDITIONS}/:edition`, async (c, who) => {
    const loaded = await load(c, deps, who);
    if (loaded.isFixed) throw notFound();
    const asked = { only: c.req.query('only') !== undefined, at: Number(c.req.query('page') ?? 1) };
    return showEdition(c, deps, loaded, asked);
  });

  site.post(STAFF, `${EDITIONS}/:edition`, async (c, who) => {
    const loaded = await load(c, deps, who);
    const typed = await readFormOf(c, loaded);
    const edition = editionIn(c, loaded);
    const asked = { only: one(typed, 'only') !== '', at: Number(one(typed, 'page') || 1) };
    let errors: FieldErrors = {};
    try {
      await change(
        deps,
        who,
        loaded,
        before => {
          const saved = saveEdition(before, edition, loaded.original, typed);
          ({ errors } = saved);
          if (Object.keys(errors).length > 0) throw new NotTaken();
          return saved.definition;
        },
        `Words side by side: ${deskNames[edition]}`,
      );
    } catch (error) {
      const why = error instanceof NotTaken ? errors : { saving: refusedBy(error).join(' ') };
      return showEdition(c, deps, await load(c, deps, who), asked, { typed, errors: why });
    }
    const query = new URLSearchParams({
      ...(asked.only ? { only: 'open' } : {}),
      // Among what is still to do, what was done is gone, so the next ones come to the same place.
      ...(one(typed, 'on') && !asked.only
        ? { page: String(asked.at + 1) }
        : asked.at > 1
          ? { page: String(asked.at) }
          : {}),
      saved: '1',
    });
    // On at the question all of whose empty texts were said to be the same.
    const filled = one(typed, 'fill');
    const here = filled && filled !== 'page' ? `#${encodeURIComponent(filled)}` : '';
    return c.redirect(`${surveyOf(loaded)}/editions/${edition}?${query}${here}`, 303);
  });
}

/** Something that was typed cannot be kept, so nothing is. */
class NotTaken extends Error {}

/** One that is offered, or what every edition shows. */
function editionIn(c: Ctx, { definition }: Loaded): Edition {
  const edition = param(c, 'edition');
  return found(editionsOf(definition).find(each => each === edition));
}

const givenOf = ({ definition, original }: Loaded, edition: Edition) => ({
  definition,
  original,
  edition,
});

function showList(c: Ctx, loaded: Loaded, errors: FieldErrors = {}): Promise<Response> {
  const { head, version, isFixed, definition } = loaded;
  const offered = editionsOf(definition).filter(each => each !== 'plain');
  const others = editions.filter(each => each !== 'plain' && !offered.includes(each));
  const view = {
    head,
    version: version.id,
    isFixed,
    offered: offered.map(each => sumOf(givenOf(loaded, each))),
    others: others.map(value => ({ value, label: deskNames[value] })),
  };
  return listPage(c, view, { title: `Editions: ${head.title}`, area: 'desk', errors });
}

type Asked = { only: boolean; at: number };
type Refused = { typed?: Typed; errors?: FieldErrors };

async function showEdition(
  c: Ctx,
  deps: Deps,
  loaded: Loaded,
  { only, at }: Asked,
  { typed, errors = {} }: Refused = {},
): Promise<Response> {
  const edition = editionIn(c, loaded);
  const { head } = loaded;
  const given = givenOf(loaded, edition);
  const pages = inPages(partsIn({ ...given, only }, typed));
  const here = Math.min(Math.max(1, Number.isInteger(at) ? at : 1), Math.max(1, pages.length));
  const view = {
    head,
    version: loaded.version.id,
    edition,
    name: deskNames[edition],
    language: writtenIn(edition),
    parts: withFindings(pages[here - 1] ?? [], loaded, edition, await readKnown(deps.db.read)),
    open: partsIn(given).filter(each => each.isOpen).length,
    only,
    at: here,
    of: pages.length,
    files: await filesFor(deps, loaded, edition),
    saved: c.req.query('saved') !== undefined,
  };
  return editionPage(c, view, { title: `${view.name}, side by side: ${head.title}`, area: 'desk', errors });
}

/** With what the checks of words say of each part, as it was saved. */
function withFindings(parts: EditionPart[], { definition }: Loaded, edition: Edition, known: Known) {
  const found = findingsIn(definition, known).filter(each => each.edition === edition && edition !== 'plain');
  return parts.map(part => ({ ...part, found: found.filter(({ question }) => (question ?? START) === part.id) }));
}

/** What can be seen or heard with a question, by what it is called. */
async function filesFor({ db }: Deps, { head }: Loaded, edition: Edition) {
  const wanted: Partial<Record<Edition, string>> = { bsl: 'video', audio: 'audio' };
  const files = await listMedia(db.read, head.id);
  return files
    .filter(each => (wanted[edition] ?? each.kind) === each.kind)
    .map(({ id, alt, kind }) => ({ value: id, label: `${alt} (${nouns[kind as MediaKind]})` }));
}
