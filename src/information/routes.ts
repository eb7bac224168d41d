import { readStamp } from '../audit/queries.ts';
import { listPublic } from '../consultations/public.ts';
import { planIn } from '../consultations/said-rules.ts';
import { takesAnswers } from '../consultations/state.ts';
import { editionsOffered, type OfferedEdition } from '../surveys/offered-editions.ts';
import { forReader, type Deps } from '../web/deps.ts';
import { page } from '../web/render.ts';
import type { Site } from '../web/site.ts';
import { readFacts, statementOf, type Section } from './accessibility.ts';

const plainPages = ['help', 'other-formats', 'privacy'] as const;

/** An open survey: its page and its paper, and how else it can be read here. */
type OpenSurvey = { href: string; paper: string; title: string; editions: OfferedEdition[] };
type InformationView = { name: string; open: OpenSurvey[] };

const statementPage = page<{ lead: string; sections: Section[] }>('information/accessibility');
const informationPage = page<InformationView>('information/page');

/** The pages that say how things are: help, other formats, privacy, accessibility. */
export function registerInformationRoutes(site: Site, deps: Deps): void {
  for (const name of plainPages) {
    site.kept(`/${name}`, async c => {
      const open = name === 'other-formats' ? await openSurveys(forReader(c, deps)) : [];
      return informationPage(c, { name, open }, { title: c.get('say')(`information.${name}.title`) });
    });
  }
  const facts = readFacts();
  site.kept('/accessibility', async c => {
    const [say, partnership] = [c.get('say'), await deps.partnership()];
    const sections = statementOf(facts, partnership, say);
    const lead = say('information.accessibility.lead', { site: say.written(partnership.name) });
    return statementPage(c, { lead, sections }, { title: say('information.accessibility.title') });
  });
  site.get('public', '/healthz', async c => {
    await readStamp(deps.db.read);
    return c.text('ok', 200, { 'cache-control': 'no-store' });
  });
}

/** The surveys that can be answered now, to read in another way and to print. */
async function openSurveys({ db, today, say }: Deps): Promise<OpenSurvey[]> {
  const all = await listPublic(db.read, today());
  const open = all.filter(({ state }) => takesAnswers(state));
  return open.map(each => ({
    href: `/consultations/${each.row.slug}`,
    paper: `/consultations/${each.row.slug}/paper`,
    title: planIn(each.plan, each, say).title,
    editions: editionsOffered(each, say),
  }));
}
