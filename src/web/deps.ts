import type { Logger } from 'pino';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { PartnershipFacts } from '../charters/partnership.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/dialect.ts';
import type { Say, SayIn } from '../words/catalogue.ts';
import type { Ctx } from './context.ts';
import type { Watch } from './watch.ts';

/** What handlers work with. `db.read` for looking, `db.write` (through `act`) for changing. */
export type Deps = {
  db: Database;
  config: Config;
  log: Logger;
  /** The clock. Everything that asks the time asks here. */
  now(): Temporal.Instant;
  /** Today in London, an ISO day. */
  today(): string;
  /** The partnership's own facts; read again only after an act. */
  partnership(): Promise<PartnershipFacts>;
  calendar(): Promise<WorkingCalendar>;
  /** Counts acts: for whatever else is kept in memory until something may have changed. */
  watch: Watch;
  /** In English: for staff's pages and mails. Families' pages say it in their reader's language: `forReader`. */
  say: Say;
  /** In the words of one edition: for looking at a page as somebody else will. */
  sayIn: SayIn;
};

/** The same, with words in the language that this page's reader chose. */
export const forReader = (c: Ctx, deps: Deps): Deps => ({ ...deps, say: c.get('say') });
