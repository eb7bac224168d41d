import { questionView, type QuestionView } from '../responses/question-rules.ts';
import { mediaOf } from '../media/shown.ts';
import { readDefinition } from '../surveys/definition.ts';
import { mediaIn } from '../surveys/editions.ts';
import { journey } from '../surveys/steps.ts';
import type { Deps } from '../web/deps.ts';
import { found } from '../web/errors.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { headFor, type DeskHead } from './desk-view.ts';
import { todayOf } from './lists.ts';
import { consultationPage, type ConsultationPage } from './page-view.ts';
import { asPlanned } from './public.ts';
import { findForOfficer, latestVersion } from './queries.ts';

type PreviewView = ConsultationPage & {
  head: DeskHead;
  version: number;
  isNew: boolean;
  steps: (QuestionView & { id: string })[];
};

const previewPage = page<PreviewView>('consultations/preview');

/** The public page and every question, as families will see them. */
export function registerPreviewRoutes(site: Site, deps: Deps): void {
  site.get(['officer', 'administrator'], '/desk/consultations/:id/preview', async (c, who) => {
    const row = found(await findForOfficer(deps.db.read, who, param(c, 'id')));
    const given = { ...(await todayOf(deps)), partnership: await deps.partnership() };
    const planned = await asPlanned(deps.db.read, row, {
      today: given.today,
      gap: deps.say('consultations.page.not-written'),
    });
    const version = found(await latestVersion(deps.db.read, row.id));
    const definition = readDefinition(version.definition);
    const shown = await mediaOf(deps.db.read, row.id, definition);
    const view = {
      ...(await consultationPage(deps.db.read, planned, version.definition, given)),
      version: version.number,
      isNew: version.number > 1 && version.published_at === null,
      head: await headFor(deps.db.read, who, planned, given.today),
      steps: journey(definition, deps.say).map(({ id, question }) => ({
        ...questionView(question, deps.say, {}, { shown, media: mediaIn(question, 'plain') }),
        id,
      })),
    };
    return previewPage(c, view, { title: `Preview: ${row.title}`, area: 'desk' });
  });
}
