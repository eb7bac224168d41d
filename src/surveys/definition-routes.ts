import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeskHead } from '../consultations/desk-view.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { one } from '../web/forms.ts';
import { page } from '../web/render.ts';
import type { Site } from '../web/site.ts';
import { parseDefinition } from './definition.ts';
import { blocksOf, type Block } from './help-rules.ts';
import { load, PATH, readFormOf, STAFF, surveyOf, unlessGone, type Loaded } from './desk-pages.ts';
import { writeDefinition } from './write-definition.ts';
import { fingerprint } from './fingerprint-rules.ts';
import { ChangedMeanwhile } from './save-survey.ts';

type DefinitionView = {
  head: DeskHead;
  version: number;
  versionId: string;
  isFixed: boolean;
  /** Tells whether the survey is still what this page was made from. */
  was: string;
  text: string;
  /** What somebody else has made of it meanwhile; '' for nothing. */
  theirs: string;
  problems: string[];
  done: string;
};

const definitionPage = page<DefinitionView>('surveys/definition');

const helpPage = page<{ blocks: Block[] }>('surveys/help');

const DEFINITION = `${PATH}/definition`;
const FORMAT = join(import.meta.dirname, '../../docs/survey-definition.md');

/** The survey as JSON: to look at, to keep, and to write what the builder has no fields for. */
export function registerDefinitionRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, DEFINITION, async (c, who) => showDefinition(c, await load(c, deps, who)));

  site.get(STAFF, `${PATH}/definition.json`, async (c, who) => {
    const loaded = await load(c, deps, who);
    const name = `${loaded.head.slug}-${loaded.version.number}.json`;
    return c.body(asText(loaded), 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    });
  });

  const [heading, ...blocks] = blocksOf(readFileSync(FORMAT, 'utf8'));
  const title = heading?.is === 'heading' ? heading.pieces.map(piece => piece.text).join('') : '';
  site.get(STAFF, '/desk/survey-format', c => helpPage(c, { blocks }, { title, area: 'desk' }));

  site.post(STAFF, DEFINITION, async (c, who) => {
    const loaded = await load(c, deps, who);
    const typed = await readFormOf(c, loaded);
    const text = one(typed, 'definition');
    const parsed = parseDefinition(text);
    if (!parsed.ok) {
      const problems = parsed.errors.map(error => error.message);
      return showDefinition(c, loaded, { text, problems, was: one(typed, '_was') });
    }
    const ids = { consultationId: loaded.head.id, versionId: loaded.version.id };
    const given = { ...ids, definition: parsed.definition, was: one(typed, '_was') };
    try {
      await unlessGone(writeDefinition(deps.db.write, who, given, deps.now()));
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      const now = await load(c, deps, who);
      return showDefinition(c, now, { text, theirs: asText(now) });
    }
    return c.redirect(`${surveyOf(loaded)}/definition?done=saved`, 303);
  });
}

const asText = ({ definition }: Loaded): string => `${JSON.stringify(definition, null, 2)}\n`;

type Typed = { text?: string; problems?: string[]; was?: string; theirs?: string };

function showDefinition(c: Ctx, loaded: Loaded, typed: Typed = {}): Promise<Response> {
  const { head, version, isFixed, definition } = loaded;
  const { text = asText(loaded), problems = [], was = '', theirs = '' } = typed;
  const view = {
    head,
    version: version.number,
    versionId: version.id,
    isFixed,
    was: was || fingerprint(definition),
    text,
    theirs,
    problems,
    done: c.req.query('done') ?? '',
  };
  const title = `Survey as a definition: ${head.title}`;
  if (theirs) return definitionPage(c, view, { title: `Error: ${title}`, area: 'desk', status: 409 });
  const errors =
    problems.length > 0 ? { definition: 'The definition was not saved. Mend what is listed above it.' } : {};
  return definitionPage(c, view, { title, area: 'desk', errors });
}
