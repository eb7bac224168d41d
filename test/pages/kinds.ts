import type { RouteFacts } from '../../src/web/site.ts';

/** The kinds of pages that the accessibility statement speaks of, as the site map has them. */
export function kindsOf(routes: readonly RouteFacts[]): string[] {
  const pages = routes.filter(route => route.method === 'GET');
  return [...new Set(pages.map(kindOf))].sort();
}

function kindOf({ path, access }: RouteFacts): string {
  if (access !== 'public') return 'work';
  if (path === '/') return 'start';
  if (path.startsWith('/consultations/:slug/answer')) return 'answering';
  if (path.includes('/news')) return 'news';
  if (path.startsWith('/consultations')) return 'consultations';
  if (path.startsWith('/you-said-we-did') || path.startsWith('/service-changes')) return 'outcomes';
  if (path.startsWith('/sign-in') || path.startsWith('/set-up') || path.startsWith('/worries')) return 'work';
  return 'information';
}
