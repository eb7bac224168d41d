import { z } from 'zod';
import { act } from '../audit/act.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found } from '../web/errors.ts';
import { oneOf, required } from '../web/fields.ts';
import { checkForm, firstValues, one, readForm, type FieldErrors } from '../web/forms.ts';
import { page } from '../web/render.ts';
import type { Site } from '../web/site.ts';
import { languages } from '../words/editions.ts';
import { listLanguageChecks, removeLanguageCheck, saveLanguageCheck } from './queries.ts';

type Check = Awaited<ReturnType<typeof listLanguageChecks>>[number];
type View = {
  translations: { language: string; name: string; english: string; check: Check | undefined }[];
  values: Record<string, string>;
  done: string | undefined;
};

const languagesPage = page<View>('admin/languages');

const ADMIN = ['administrator'] as const;

/** What the languages of families' pages are called here, for staff. English is the source. */
const translations = { cy: 'Welsh', pl: 'Polish', ur: 'Urdu' } as const;
const codes = Object.keys(translations) as (keyof typeof translations)[];

const recordForm = z.object({
  language: oneOf(codes as ['cy', 'pl', 'ur'], 'Choose the language that was checked.'),
  checkedBy: required('Enter who checked it.', 100),
});

const notices: Record<string, string> = {
  recorded: 'Recorded. Pages in this language no longer say that it is unchecked.',
  'taken-back': 'Taken back. Pages in this language say again that it is unchecked.',
};

/** Who has checked the words of each language. Until somebody has, every page in it says so. */
export function registerLanguageRoutes(site: Site, deps: Deps): void {
  const { db } = deps;
  site.get(ADMIN, '/admin/languages', c => show(c, deps, {}, {}));

  site.post(ADMIN, '/admin/languages/checks', async (c, who) => {
    const typed = await readForm(c);
    const form = checkForm(recordForm, typed);
    if (!form.ok) return show(c, deps, firstValues(typed), form.errors);
    const { language, checkedBy } = form.value;
    const doing = { person: who, act: 'record language check', subject: { kind: 'language', id: language } };
    const recorded_at = deps.now().toString({ smallestUnit: 'millisecond' });
    const row = { language, checked_by: checkedBy, recorded_at, recorded_by: who.id };
    await act(db.write, { ...doing, now: deps.now() }, tx => saveLanguageCheck(tx, row));
    return c.redirect('/admin/languages?done=recorded', 303);
  });

  site.post(ADMIN, '/admin/languages/checks/removal', async (c, who) => {
    const language = one(await readForm(c), 'language');
    const check = found((await listLanguageChecks(db.read)).find(each => each.language === language));
    const subject = { kind: 'language', id: check.language };
    const doing = { person: who, act: 'take back language check', subject, now: deps.now() };
    await act(db.write, doing, tx => removeLanguageCheck(tx, language));
    return c.redirect('/admin/languages?done=taken-back', 303);
  });
}

async function show(c: Ctx, { db }: Deps, values: Record<string, string>, errors: FieldErrors): Promise<Response> {
  const checks = new Map((await listLanguageChecks(db.read)).map(check => [check.language, check]));
  const view = {
    translations: codes.map(language => ({
      language,
      name: languages[language].name,
      english: translations[language],
      check: checks.get(language),
    })),
    values,
    done: notices[c.req.query('done') ?? ''],
  };
  return languagesPage(c, view, { title: 'Languages', errors, area: 'admin' });
}
