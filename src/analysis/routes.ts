import type { Deps } from '../web/deps.ts';
import type { Site } from '../web/site.ts';
import { registerAnswerRoutes } from './answer-routes.ts';
import { registerBoardRoutes } from './board-routes.ts';
import { registerConcernRoutes } from './concern-routes.ts';
import { registerThemeRoutes } from './theme-routes.ts';

/** Everything that is made of answers: the board's figures, and what the team alone may read. */
export function registerAnalysisRoutes(site: Site, deps: Deps): void {
  registerBoardRoutes(site, deps);
  registerAnswerRoutes(site, deps);
  registerThemeRoutes(site, deps);
  registerConcernRoutes(site, deps);
}
