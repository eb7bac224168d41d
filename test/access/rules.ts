import type { RouteFacts } from '../../src/web/site.ts';

/** Every route that anybody may use. Adding one here is a decision; a page can't become public without it. */
export const publicRoutes = [
  'GET /',
  'GET /accessibility',
  'GET /consultations',
  'GET /consultations/:slug',
  'GET /healthz',
  'GET /help',
  'GET /other-formats',
  'GET /privacy',
  'GET /reading-settings',
  'GET /set-up',
  'GET /set-up/:token',
  'GET /sign-in',
  'GET /sign-in/:token',
  'GET /sign-in/confirm',
  'GET /sign-in/sent',
  'POST /reading-settings',
  'POST /set-up',
  'POST /sign-in',
  'POST /sign-in/confirm',
  'POST /sign-out',
] as const;

type StaffRoute = RouteFacts & { access: Exclude<RouteFacts['access'], 'public'> };

/** What belongs to the organisation that leads a consultation, and to its team. */
export const ownersOnly = (route: RouteFacts): route is StaffRoute =>
  route.access !== 'public' && /^\/desk\/.*:/.test(route.path);

/** Families' words, and what is made of them before it is published. */
export const isTeamOnly = (path: string): boolean =>
  /^\/desk\/consultations\/:id\/(answers|themes|marks|acknowledgement\/list)\b/.test(path);
