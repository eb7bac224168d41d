import { readDefinition } from '../surveys/definition.ts';
import { numbersOf } from '../surveys/number-rules.ts';
import type { Consultation } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found } from '../web/errors.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { countIn, goesToo } from './delete-queries.ts';
import { deletePlan, MustStay, whyItStays } from './delete-plan.ts';
import { headFor, type DeskHead } from './desk-view.ts';
import { factsOfOne } from './facts.ts';
import { findForOfficer, latestVersion } from './queries.ts';

/** `why` it stays, or '' and what goes. */
type DeletionView = { head: DeskHead; why: string; goes: string[] };

const deletionPage = page<DeletionView>('consultations/deletion');

const PATH = '/desk/consultations/:id/deletion';
const STAFF = ['officer', 'administrator'] as const;

/** Deleting a plan that was never published. */
export function registerDeletionRoutes(site: Site, deps: Deps): void {
  const load = async (c: Ctx, who: Who) => found(await findForOfficer(deps.db.read, who, param(c, 'id')));

  site.get(STAFF, PATH, async (c, who) => {
    const row = await load(c, who);
    return show(c, deps, who, row, (await whyItStays(deps.db.read, row.id)) ?? '');
  });

  site.post(STAFF, PATH, async (c, who) => {
    const row = await load(c, who);
    try {
      await deletePlan(deps.db.write, who, row, deps.now());
    } catch (error) {
      if (!(error instanceof MustStay)) throw error;
      return show(c, deps, who, row, error.message, 409);
    }
    return c.redirect('/desk?deleted=1', 303);
  });
}

async function show(c: Ctx, deps: Deps, who: Who, row: Consultation, why: string, status: 200 | 409 = 200) {
  const head = await headFor(deps.db.read, who, await factsOfOne(deps.db.read, row), deps.today());
  const view = { head, why, goes: why ? [] : await whatGoes(deps, row) };
  return deletionPage(c, view, { title: `Delete: ${row.title}`, area: 'desk', status });
}

async function whatGoes({ db }: Deps, { id }: Consultation): Promise<string[]> {
  const counts = await countIn(db.read, goesToo, id);
  const survey = readDefinition((await latestVersion(db.read, id))?.definition ?? '');
  const parts: [number | undefined, string, string][] = [
    [numbersOf(survey).size, 'question, with its editions', 'questions, with their editions'],
    [counts['consultation_people'], 'person who is named in it', 'people who are named in it'],
    [counts['media'], 'picture, video or recording', 'pictures, videos and recordings'],
    [counts['themes'], 'theme', 'themes'],
  ];
  const counted = parts.flatMap(([n, one, many]) => (n ? `${n} ${n === 1 ? one : many}` : []));
  return ['The plan, with its dates', ...counted];
}
