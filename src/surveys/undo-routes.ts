import type { Deps } from '../web/deps.ts';
import { one } from '../web/forms.ts';
import type { Site } from '../web/site.ts';
import { load, PATH, placeOf, readFormOf, showSurvey, STAFF, surveyOf, unlessGone } from './desk-pages.ts';
import { questionOf } from './question-page.ts';
import { stepBack, type Step } from './undo.ts';
import { ChangedMeanwhile } from './save-survey.ts';

/** Every change of a survey that is not published can be undone, one after the other, and done again. */
export function registerUndoRoutes(site: Site, deps: Deps): void {
  const add = (path: string, step: Step) =>
    site.post(STAFF, path, async (c, who) => {
      const loaded = await load(c, deps, who);
      const typed = await readFormOf(c, loaded);
      const n = Number(one(typed, 'n'));
      const given = { consultationId: loaded.head.id, versionId: loaded.version.id, n };
      try {
        await unlessGone(stepBack(deps.db.write, who, given, step, deps.now()));
      } catch (error) {
        if (!(error instanceof ChangedMeanwhile)) throw error;
        const refused = ['Somebody has changed the survey since. Look at what is new below before you undo anything.'];
        return showSurvey(c, deps, await load(c, deps, who), { refused, status: 409 });
      }
      const now = await load(c, deps, who);
      const at = one(typed, 'at');
      return c.redirect(questionOf(now, at) ? placeOf(now, at, {}) : surveyOf(now), 303);
    });
  add(`${PATH}/undo`, 'undo');
  add(`${PATH}/redo`, 'redo');
}
