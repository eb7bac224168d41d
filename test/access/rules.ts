import type { Role } from '../../src/people/roles.ts';
import type { RouteFacts } from '../../src/web/site.ts';

/** Every route that anybody may use. Adding one here is a decision; a page can't become public without it. */
export const publicRoutes = [
  'GET /',
  'GET /accessibility',
  'GET /consultations',
  'GET /consultations/:slug',
  'GET /consultations/:slug/answer',
  'GET /consultations/:slug/answer/:step{q[0-9a-z]+(?:-[0-9a-z]+)?}',
  'GET /consultations/:slug/answer/about/:step{q[0-9a-z]+}',
  'GET /consultations/:slug/answer/check',
  'GET /consultations/:slug/answer/kiosk',
  'GET /consultations/:slug/answer/later',
  'GET /consultations/:slug/answer/link/:token{[\\w-]+}',
  'GET /consultations/:slug/answer/sent',
  'GET /consultations/:slug/answer/withdrawal',
  'GET /consultations/:slug/poster',
  'GET /consultations/:slug/together',
  'GET /consultations/:slug/news',
  'GET /consultations/:slug/news/thanks',
  'GET /consultations/:slug/paper',
  'GET /consultations/:slug/paper/:file{[a-z]+-(?:standard|large)\\.pdf}',
  'GET /healthz',
  'GET /help',
  'GET /media/:id',
  'GET /media/:id/captions',
  'GET /news/stop/:consultation/:key',
  'GET /other-formats',
  'GET /privacy',
  'GET /reading-settings',
  'GET /service-changes',
  'GET /service-changes/:slug',
  'GET /set-up',
  'GET /set-up/:token',
  'GET /sign-in',
  'GET /sign-in/:token',
  'GET /sign-in/confirm',
  'GET /sign-in/sent',
  'GET /worries/:concern',
  'GET /worries/:concern/:key',
  'GET /words',
  'GET /you-said-we-did',
  'GET /you-said-we-did/:slug',
  'GET /you-said-we-did/:slug/versions/:n',
  'POST /consultations/:slug/answer/:step{q[0-9a-z]+(?:-[0-9a-z]+)?}',
  'POST /consultations/:slug/answer/about/:step{q[0-9a-z]+}',
  'POST /consultations/:slug/answer/change',
  'POST /consultations/:slug/answer/kiosk',
  'POST /consultations/:slug/answer/later',
  'POST /consultations/:slug/answer/rest',
  'POST /consultations/:slug/answer/sending',
  'POST /consultations/:slug/answer/start',
  'POST /consultations/:slug/answer/unchanged',
  'POST /consultations/:slug/answer/withdrawal',
  'POST /consultations/:slug/news',
  'POST /language',
  'POST /consultations/:slug/together',
  'POST /news/stop/:consultation/:key',
  'POST /reading-settings',
  'POST /set-up',
  'POST /sign-in',
  'POST /sign-in/confirm',
  'POST /sign-out',
  'POST /worries/:concern/seen',
] as const;

type StaffRoute = RouteFacts & { access: Exclude<RouteFacts['access'], 'public'> };

/** What belongs to the organisation that leads a consultation, and to its team. The glossary is everybody's. */
export const ownersOnly = (route: RouteFacts): route is StaffRoute =>
  route.access !== 'public' && /^\/desk\/(?!words\/).*:/.test(route.path);

const WORDS =
  /^\/desk\/consultations\/:id\/(answers|themes|marks|outcomes|typing|events|addresses|(?:acknowledgement|dates)\/list)\b/;
const CONCERNS = /^\/desk\/consultations\/:id\/(concerns|unusual)\b/;

/** Families' words, and what is made of them before it is published. Administrators may see that a worry was
 * passed on, or that an answer waits for a second person. */
export const isTeamOnly = (path: string, role: Role): boolean =>
  WORDS.test(path) || (role === 'officer' && CONCERNS.test(path));
