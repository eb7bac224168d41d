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
    const error = wrongWith(intro, one(typed, 'was'), introOf(loaded.definition));
    if (error) return showIntro(c, loaded, intro, { intro: error });
    await change(deps, who, loaded, before => withIntro(before, intro));
    return c.redirect(surveyOf(loaded), 303);
  });
}

/** What is wrong with the words that were typed; '' when nothing is. */
function wrongWith(intro: string, was: string, now: string): string {
  const parsed = editionStart.shape.intro.safeParse(intro);
  if (!parsed.success) return 'Keep this to 2,000 characters.';
  const isTheirs = was !== '' && was !== fingerprint(now) && intro !== now;
  const theirs = now ? `‘${now}’` : 'nothing';
  return isTheirs
    ? `Somebody else changed this meanwhile. It says ${theirs} now. Save again to put your words in its place.`
    : '';
}

function showIntro(c: Ctx, loaded: Loaded, typed?: string, errors: FieldErrors = {}): Promise<Response> {
  if (loaded.isFixed) throw notFound();
  const { head, version, definition } = loaded;
  const now = introOf(definition);
  const view = { head, version: version.id, intro: typed ?? now, was: fingerprint(now) };
  return introPage(c, view, { title: `First words: ${head.title}`, area: 'desk', errors });
}
