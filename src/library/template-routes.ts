import type { DeskHead } from '../consultations/desk-view.ts';
import { idsIn, withAtEnd, withFreshIds } from '../surveys/at-end-rules.ts';
import { load, PATH, readFormOf, refusedBy, STAFF, surveyOf, unlessGone, type Loaded } from '../surveys/desk-pages.ts';
import { fingerprint } from '../surveys/fingerprint-rules.ts';
import { ChangedMeanwhile } from '../surveys/save-survey.ts';
import { writeDefinition } from '../surveys/write-definition.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { conflict, notFound } from '../web/errors.ts';
import { one } from '../web/forms.ts';
import { page } from '../web/render.ts';
import type { Site } from '../web/site.ts';
import { templates } from './content/index.ts';

type TemplateView = {
  head: DeskHead;
  version: string;
  chosen: string;
  /** There are questions already, which stay. */
  hasOwn: boolean;
  options: { value: string; label: string; hint: string }[];
};

const templatePage = page<TemplateView>('library/template');

const TEMPLATE = `${PATH}/template`;

/** The questions of a template, for a plan that is there already. */
export function registerTemplateRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, TEMPLATE, async (c, who) => {
    const loaded = await load(c, deps, who);
    if (loaded.isFixed) throw notFound();
    return showTemplates(c, loaded);
  });

  site.post(STAFF, TEMPLATE, async (c, who) => {
    const loaded = await load(c, deps, who);
    const chosen = one(await readFormOf(c, loaded), 'template');
    const template = templates.find(each => each.key === chosen);
    if (!template) return showTemplates(c, loaded, { wrong: 'Choose a template.' });
    const { definition: before, published, head, version } = loaded;
    const definition = withAtEnd(before, withFreshIds(template.definition, idsIn([before, ...published])));
    const given = { consultationId: head.id, versionId: version.id, definition, was: fingerprint(before) };
    const doing = { ...given, name: 'Questions from a template' };
    try {
      await unlessGone(writeDefinition(deps.db.write, who, doing, deps.now()));
    } catch (error) {
      if (error instanceof ChangedMeanwhile) throw conflict();
      return showTemplates(c, loaded, { chosen, wrong: refusedBy(error).join(' ') });
    }
    return c.redirect(surveyOf(loaded), 303);
  });
}

function showTemplates(c: Ctx, loaded: Loaded, { chosen = '', wrong = '' } = {}): Promise<Response> {
  const { head, version, definition } = loaded;
  const view = {
    head,
    version: version.id,
    chosen,
    hasOwn: definition.questions.length > 0,
    options: templates.map(({ key, title, when }) => ({ value: key, label: title, hint: when })),
  };
  const errors = wrong ? { template: wrong } : {};
  return templatePage(c, view, { title: `Questions from a template: ${head.title}`, area: 'desk', errors });
}
