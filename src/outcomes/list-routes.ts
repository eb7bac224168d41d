import { showContactList } from '../acknowledgements/contact-list.ts';
import { latestPublication } from '../publications/queries.ts';
import type { Deps } from '../web/deps.ts';
import type { Site } from '../web/site.ts';
import { afterClose } from './after-close.ts';
import { readOutcomes } from './content-rules.ts';
import { newsLines } from './letters.ts';

const OUTCOMES = '/desk/consultations/:id/outcomes';

/** Whom to tell of the outcomes by post or phone, with the page as it is public now to read from (W14). */
export function registerOutcomeList(site: Site, deps: Deps): void {
  site.get(
    ['officer', 'administrator'],
    `${OUTCOMES}/list`,
    afterClose(deps, async (c, facts, who) => {
      const { row } = facts;
      const latest = await latestPublication(deps.db.read, 'outcomes', row.id);
      if (!latest) return c.redirect(`/desk/consultations/${row.id}/outcomes/publication`, 303);
      const { entries } = readOutcomes(latest.content);
      const news = latest.version === 1 ? ('first' as const) : ('change' as const);
      const lines = newsLines({ title: row.title, entries, news, today: deps.today() }, deps.say);
      const href = `${deps.config.publicUrl}/you-said-we-did/${row.slug}`;
      const parts = [...lines, { paragraph: deps.say('outcomes.mail.on-the-page', { href }) }];
      const back = { path: '/outcomes', words: 'You said, we did' };
      return showContactList(c, deps, who, facts, { heading: 'Tell people by post and phone', back, parts });
    }),
  );
}
