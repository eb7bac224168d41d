import type { DeskHead } from '../consultations/desk-view.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { notFound } from '../web/errors.ts';
import { one, type FieldErrors } from '../web/forms.ts';
import { page } from '../web/render.ts';
import type { Site } from '../web/site.ts';
import { change, load, PATH, readFormOf, STAFF, surveyOf, type Loaded } from './desk-pages.ts';
import { editionStart } from './definition.ts';
import { fingerprint } from './fingerprint-rules.ts';
import { introOf, withIntro } from './intro-rules.ts';
import { ChangedMeanwhile } from './save-survey.ts';

/** `was`: a stamp of the words as they stood when the form was shown. */
type IntroView = { head: DeskHead; version: string; intro: string; was: string };

const introPage = page<IntroView>('surveys/intro');

const INTRO = `${PATH}/intro`;

/** The first words of a survey, before its questions. Editions say them in their own words. */
export function registerIntroRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, INTRO, async (c, who) => showIntro(c, await load(c, deps, who)));

  site.post(STAFF, INTRO, async (c, who) => {
    const loaded = await load(c, deps, who);
    const typed = await readFormOf(c, loaded);
    const intro = one(typed, 'intro').trim();
    if (!editionStart.shape.intro.safeParse(intro).success) {
      return showIntro(c, loaded, intro, { intro: 'Keep this to 2,000 characters.' });
    }
    try {
      await change(deps, who, loaded, before => {
        if (isTheirs(introOf(before), intro, one(typed, 'was'))) throw new ChangedMeanwhile();
        return withIntro(before, intro);
      });
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      const now = await load(c, deps, who);
      return showIntro(c, now, intro, { intro: inTheWay(introOf(now.definition)) });
    }
    return c.redirect(surveyOf(loaded), 303);
  });
}

/** Whether somebody else wrote other words since the form was shown. */
const isTheirs = (now: string, typed: string, was: string): boolean =>
  was !== '' && was !== fingerprint(now) && typed !== now;

const inTheWay = (now: string): string =>
  `Somebody else changed this meanwhile. It says ${now ? `‘${now}’` : 'nothing'} now. Save again to put your words in its place.`;

function showIntro(c: Ctx, loaded: Loaded, typed?: string, errors: FieldErrors = {}): Promise<Response> {
  if (loaded.isFixed) throw notFound();
  const { head, version, definition } = loaded;
  const now = introOf(definition);
  const view = { head, version: version.id, intro: typed ?? now, was: fingerprint(now) };
  return introPage(c, view, { title: `First words: ${head.title}`, area: 'desk', errors });
}
