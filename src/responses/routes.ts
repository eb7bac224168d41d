import { addTogetherPages } from './together-pages.ts';
import type { Deps } from '../web/deps.ts';
import type { Site } from '../web/site.ts';
import { addAboutPages } from './about-pages.ts';
import { addChangePages } from './change-pages.ts';
import { createDrafts } from './drafts.ts';
import { addKioskPages } from './kiosk-pages.ts';
import { addLaterPages } from './later-pages.ts';
import { createSending } from './sending.ts';
import { addSendingPages } from './sending-pages.ts';
import { addSentPages } from './sent-pages.ts';
import { addStartPages } from './start-pages.ts';
import { addStepPages } from './step-pages.ts';
import { createSurveys } from './surveys.ts';

/** The families' journey: answer, check, send, and what comes after. */
export function registerResponseRoutes(site: Site, deps: Deps): void {
  const surveys = createSurveys(deps.db.read, deps.watch);
  const sending = createSending({ db: deps.db, batchSize: deps.config.batchSize, version: surveys.version });
  const drafts = createDrafts(deps.db, deps.config.batchSize);
  const journey = { deps, surveys, drafts, sending };
  addStartPages(site, journey);
  addTogetherPages(site, journey);
  addKioskPages(site, journey);
  addLaterPages(site, journey);
  addStepPages(site, journey);
  addSendingPages(site, journey);
  addSentPages(site, journey);
  addChangePages(site, journey);
  addAboutPages(site, journey);
}
