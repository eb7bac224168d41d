import type { Deps } from '../web/deps.ts';
import { conflict } from '../web/errors.ts';
import { one, readForm } from '../web/forms.ts';
import type { Site } from '../web/site.ts';
import { reasonsIn, wrongIn } from '../word-reasons/reason-rules.ts';
import { beginVersion } from './begin-version.ts';
import { load, PATH, showSurvey, STAFF, surveyOf, unlessGone } from './desk-pages.ts';
import { discardVersion } from './discard-version.ts';
import { NotReady, publishVersion } from './publish-version.ts';
import { VersionIsGone } from './save-survey.ts';

const NEW = `${PATH}/new-version`;

/** Changing the questions of a published survey: a new version is begun, and then published or thrown away. */
export function registerVersionRoutes(site: Site, deps: Deps): void {
  site.post(STAFF, NEW, async (c, who) => {
    const loaded = await load(c, deps, who);
    try {
      if (loaded.stage !== 'new') await beginVersion(deps.db.write, who, loaded.head.id, deps.now());
    } catch (error) {
      // Pressed twice, or by two officers at once: the one that is being written is shown.
      if (!(error instanceof VersionIsGone)) throw error;
      if ((await load(c, deps, who)).stage !== 'new') throw conflict();
    }
    return c.redirect(surveyOf(loaded), 303);
  });

  site.post(STAFF, `${NEW}/removal`, async (c, who) => {
    const loaded = await load(c, deps, who);
    const given = { consultationId: loaded.head.id, versionId: one(await readForm(c), '_version') };
    await unlessGone(discardVersion(deps.db.write, who, given, deps.now()));
    return c.redirect(surveyOf(loaded), 303);
  });

  // Loading it again after it was refused shows where it stands.
  site.get(STAFF, `${NEW}/publication`, async (c, who) => c.redirect(surveyOf(await load(c, deps, who)), 303));

  site.post(STAFF, `${NEW}/publication`, async (c, who) => {
    const loaded = await load(c, deps, who);
    const typed = await readForm(c);
    const reasons = reasonsIn(typed);
    const given = { consultationId: loaded.head.id, versionId: one(typed, '_version'), reasons };
    try {
      await unlessGone(publishVersion(deps.db.write, who, given, deps.now()));
    } catch (error) {
      if (!(error instanceof NotReady)) throw error;
      const wrong = wrongIn(error.words, reasons);
      return showSurvey(c, deps, loaded, { refused: error.why, reasons, wrong });
    }
    return c.redirect(`${surveyOf(loaded)}?published=1`, 303);
  });
}
