import { act } from '../audit/act.ts';
import { countUndelivered, tryUndeliveredAgain } from '../mail/queries.ts';
import { wakeMail } from '../mail/wake.ts';
import type { Deps } from '../web/deps.ts';
import { page } from '../web/render.ts';
import type { Site } from '../web/site.ts';
import { listColleagues, listOrganisationRows } from './queries.ts';

type View = {
  welcome: boolean;
  people: number;
  organisations: number;
  officers: number;
  undelivered: number;
  retried: boolean;
  smtp: boolean;
  mailFolder: string;
};

const overviewPage = page<View>('admin/overview');

const ADMIN = ['administrator'] as const;

/** Where administrators start: what needs them, then what they look after. */
export function registerAdminRoutes(site: Site, deps: Deps): void {
  const { db, config } = deps;
  site.get(ADMIN, '/admin', async c => {
    const people = (await listColleagues(db.read)).filter(person => person.ended_at === null);
    const view = {
      welcome: c.req.query('welcome') !== undefined,
      people: people.length,
      organisations: (await listOrganisationRows(db.read)).length,
      officers: people.filter(person => person.roles.includes('officer')).length,
      undelivered: await countUndelivered(db.read),
      retried: c.req.query('retried') !== undefined,
      smtp: config.smtp !== null,
      mailFolder: config.mailFolder,
    };
    return overviewPage(c, view, { title: 'Administration', area: 'admin' });
  });
  site.post(ADMIN, '/admin/undelivered-mails/retry', async (c, who) => {
    const subject = { kind: 'outbox', id: 'undelivered' };
    const now = deps.now();
    await act(db.write, { person: who, act: 'send undelivered mails again', subject, now }, tx =>
      tryUndeliveredAgain(tx, now.toString({ smallestUnit: 'millisecond' })),
    );
    wakeMail();
    return c.redirect('/admin?retried=1', 303);
  });
}
