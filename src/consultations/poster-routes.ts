import type { Deps } from '../web/deps.ts';
import { found } from '../web/errors.ts';
import { qrOf, type Qr } from '../web/qr.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { hasDates } from './facts.ts';
import { findPublic } from './public.ts';
import { planIn, type SaidPlan } from './said-rules.ts';
import { takesAnswers } from './state.ts';

type PosterView = {
  slug: string;
  plan: SaidPlan;
  closesOn: string;
  /** Whether it is worth hanging up: it is open, or opens soon. */
  isWanted: boolean;
  /** The address as people type it, without `https://`. */
  link: string;
  qr: Qr;
};

const posterPage = page<PosterView>('consultations/poster');

/** A sheet of A4 to hang up, so that those who were missed hear of it (K10). */
export function registerPosterRoutes(site: Site, deps: Deps): void {
  site.kept('/consultations/:slug/poster', async c => {
    const consultation = found(await findPublic(deps.db.read, param(c, 'slug'), deps.today()));
    const { row, dates, state } = consultation;
    const plan = planIn(consultation.plan, consultation, c.get('say'));
    const link = `${deps.config.publicUrl}/consultations/${row.slug}`;
    const view = {
      slug: row.slug,
      plan,
      closesOn: dates.closesOn,
      isWanted: hasDates(consultation) && (takesAnswers(state) || state === 'opening-soon'),
      link: link.replace(/^https?:\/\//, ''),
      qr: qrOf(link),
    };
    return posterPage(c, view, { title: `${c.get('say')('journey.poster.title')}: ${plan.title}` });
  });
}
