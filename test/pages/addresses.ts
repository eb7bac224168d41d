import { stopPath } from '../../src/responses/news/stop.ts';
import { signInAs, type DemoWorld } from '../support/demo-world.ts';
import { fillPattern, UNPUBLISHED, type Places } from '../support/places.ts';

/** One page to look at: as whom (a key of the demo's people, or a family), and what it answers. */
export type Address = { path: string; as: As; status: number; when: string };
export type As =
  | 'nobody'
  | 'begun'
  | 'other'
  | 'sent'
  | 'withdrawn'
  | 'linked'
  | 'officer'
  | 'administrator'
  | 'board-member'
  | 'forum-member'
  | 'lead';

type Row = { at?: string; as?: As; status?: number; when?: string; path?: string; query?: string };

/** Colleagues' pages are in English alone; families' pages in every language. */
export const isAtWork = ({ as }: Address): boolean => !FAMILIES.has(as);
const FAMILIES = new Set<As>(['nobody', 'begun', 'other', 'sent', 'withdrawn']);

/** What is no page: it leads on at once, or is for machines. */
export const noPages: Record<string, string> = {
  '/consultations/:slug/paper/:file{[a-z]+-(?:standard|large)\\.pdf}': 'a file to print',
  '/desk/consultations': 'leads to the desk',
  '/desk/consultations/:id/paper/:file{[a-z]+-(?:standard|large)\\.pdf}': 'a file to print',
  '/desk/consultations/:id/survey/new-version/publication': 'leads back from a form that was refused',
  '/desk/consultations/:id/survey/file/use': 'leads back from a form that was refused',
  '/desk/consultations/:id/survey/sheet/:sheet{(?:questions|template)\\.(?:xlsx|ods|csv)}': 'a file to fill in',
  '/desk/words/usual': 'leads back from a form that was refused',
  '/desk/consultations/:id/team': 'leads back from a form that was refused',
  '/desk/consultations/:id/survey/definition.json': 'a file to keep',
  '/healthz': 'for machines: two letters',
  '/media/:id': 'a file, not a page',
  '/media/:id/captions': 'a file, not a page',
  '/set-up/:token': 'puts the link into a cookie and leads on',
  '/sign-in/:token': 'puts the link into a cookie and leads on',
  '/worries/:concern/:key': 'puts the link into a cookie and leads on',
};

/**
 * Every page of the site map, in each state in which it looks different. A new route without a row fails the test.
 *
 * To add a page: a row in `table` under the route's own pattern. `once` will do for a page that looks the same to everyone;
 * `at('transport')` for one of a consultation of the demo (its key there, or `UNPUBLISHED`); `{ at, as: 'begun' }` for what
 * a family sees under way. A new part of an address (`:thing`) says in `support/places.ts` what stands for it. What only
 * leads on goes into `noPages` with its reason, and each form into `mistakes.ts`. That is all: rows and modes follow.
 */
export async function findAddresses(world: DemoWorld, places: Places): Promise<Map<string, Address[]>> {
  const found = new Map<string, Address[]>();
  for (const [pattern, rows] of Object.entries(await table(world, places))) {
    found.set(
      pattern,
      rows.map(row => addressOf(pattern, row, places)),
    );
  }
  return found;
}

function addressOf(pattern: string, row: Row, places: Places): Address {
  const { at = 'transport', as = usual(pattern), status = 200, when = at } = row;
  const path = row.path ?? fillPattern(pattern, [at], places);
  if (path === null) throw new Error(`The demo's '${at}' has nothing to show at ${pattern}.`);
  return { path: path + (row.query ?? ''), as, status, when: `${when}, ${as}` };
}

function usual(pattern: string): As {
  const area = pattern.split('/')[1];
  const people: Record<string, As> = {
    desk: 'officer',
    admin: 'administrator',
    board: 'board-member',
    forum: 'forum-member',
  };
  return people[area ?? ''] ?? 'nobody';
}

const at = (...keys: string[]): Row[] => keys.map(key => ({ at: key }));
const once: Row[] = [{ when: 'as it is' }];

async function table(world: DemoWorld, places: Places): Promise<Record<string, Row[]>> {
  const officer = await signInAs(world, 'officer');
  const linkOn = async (path: string, pattern: RegExp): Promise<string> => {
    const found = pattern.exec((await officer.read(path)).replaceAll('&amp;', '&'))?.[0];
    if (!found) throw new Error(`${path} has no link like ${String(pattern)}.`);
    return found;
  };
  const desk = (key: string) => `/desk/consultations/${places.of(key).id}`;
  const contact = await world.db.read.selectFrom('contacts').selectAll().executeTakeFirstOrThrow();
  const step = (key: string, kind: keyof (typeof place)['kinds']): Row => {
    const { slug, kinds } = places.of(key);
    return { path: `/consultations/${slug}/answer/${kinds[kind] ?? ''}`, as: 'begun', when: kind };
  };
  const place = places.of('short-breaks');
  const open: Row[] = [{ at: 'short-breaks' }];
  const ours = (as: As): Row[] => [{ at: 'short-breaks', as }];
  const unusual = (n: number) => `${desk('short-breaks')}/unusual/${places.of('short-breaks').responses[n] ?? ''}`;
  await askTwo(world, unusual);
  for (const edition of ['easy', 'ur']) await officer.post(`${desk(UNPUBLISHED)}/survey/editions`, { edition });
  const typed = await world.db.read
    .selectFrom('responses')
    .select('id')
    .where('consultation_id', '=', place.id)
    .where('channel', '=', 'phone')
    .executeTakeFirstOrThrow();
  const walk = `${desk(UNPUBLISHED)}/survey/preview`;
  const quotes = fillPattern('/desk/consultations/:id/outcomes/:outcomeId/quotes', ['transport'], places) ?? '';
  return {
    '/': once,
    '/accessibility': once,
    '/help': once,
    '/other-formats': once,
    '/privacy': once,
    '/reading-settings': [{ when: 'first' }, { when: 'saved', query: '?saved=1&back=/help' }],
    '/consultations': once,
    '/consultations/:slug': at(
      'moving-on',
      'short-breaks',
      'therapy',
      'local-offer',
      'siblings',
      'quiet-places',
      'transport',
      'assessment',
    ),
    '/consultations/:slug/answer': [
      ...open,
      { at: 'short-breaks', as: 'begun' },
      { at: 'short-breaks', as: 'other' },
      { at: 'short-breaks', as: 'sent' },
      { at: 'moving-on' },
      { at: 'local-offer' },
    ],
    '/consultations/:slug/answer/:step{q[0-9a-z]+(?:-[0-9a-z]+)?}': [
      { at: 'short-breaks' },
      step('short-breaks', 'agreement'),
      step('short-breaks', 'choose-many'),
      step('short-breaks', 'choose-one'),
      step('short-breaks', 'long-text'),
      step('short-breaks', 'number'),
      step('short-breaks', 'who-is-answering'),
      step('charter-review', 'information'),
      step('therapy', 'date'),
      step('therapy', 'short-text'),
      step('clubs', 'faces'),
      step('clubs', 'top-three'),
      step('clubs', 'area'),
      { path: '/consultations/clubs/answer/q5-a', as: 'begun', when: 'several on one scale' },
      { path: `/consultations/${place.slug}/answer/quote`, as: 'begun', when: 'may we quote' },
    ],
    '/consultations/:slug/answer/about/:step{q[0-9a-z]+}': ['q20', 'q21'].map(id => ({
      path: `/consultations/clubs/answer/about/${id}`,
      as: 'sent',
      when: id,
    })),
    '/consultations/:slug/answer/check': ours('begun'),
    '/consultations/:slug/answer/kiosk': open,
    '/consultations/:slug/answer/later': [
      ...ours('begun'),
      { at: 'short-breaks', as: 'begun', query: '?mailed=1', when: 'mailed' },
    ],
    '/consultations/:slug/answer/link/:token{[\\w-]+}': [
      { at: 'short-breaks', status: 404, when: 'a link that is over' },
    ],
    '/consultations/:slug/answer/sent': [...ours('sent'), ...ours('withdrawn'), { at: 'clubs', as: 'sent' }],
    '/consultations/:slug/answer/withdrawal': ours('sent'),
    '/consultations/:slug/poster': at('short-breaks', 'local-offer'),
    '/consultations/:slug/together': open,
    '/consultations/:slug/news': [
      ...open,
      { at: 'short-breaks', query: '?way=post', when: 'by post' },
      { at: 'short-breaks', query: '?way=phone', when: 'by phone' },
    ],
    '/consultations/:slug/news/thanks': open,
    '/consultations/:slug/paper': [
      ...at('short-breaks', 'therapy', 'transport'),
      { at: 'short-breaks', query: '?size=large', when: 'large print' },
    ],
    '/news/stop/:consultation/:key': [{ path: stopPath(world.deps.config, contact), when: 'as it is' }],
    '/you-said-we-did': once,
    '/you-said-we-did/:slug': at('transport', 'assessment'),
    '/you-said-we-did/:slug/versions/:n': at('assessment'),
    '/words': once,
    '/service-changes': once,
    '/service-changes/:slug': once,
    '/sign-in': once,
    '/sign-in/sent': once,
    '/sign-in/confirm': [
      { as: 'linked', when: 'a good link' },
      { status: 410, when: 'no link' },
    ],
    '/set-up': [{ status: 410, when: 'when it is over' }],
    '/worries/:concern': [{ at: 'siblings', as: 'lead' }],
    '/desk': once,
    '/desk/consultations/new': once,
    '/desk/consultations/:id': at(UNPUBLISHED, 'moving-on', 'short-breaks', 'local-offer', 'siblings', 'transport'),
    '/desk/consultations/:id/publication': at('moving-on'),
    '/desk/consultations/:id/plan': at(UNPUBLISHED, 'short-breaks'),
    '/desk/consultations/:id/people': at(UNPUBLISHED, 'short-breaks'),
    '/desk/consultations/:id/deletion': at(UNPUBLISHED, 'short-breaks'),
    '/desk/consultations/:id/dates': at('short-breaks', 'therapy'),
    '/desk/consultations/:id/dates/list': at('therapy'),
    '/desk/consultations/:id/late/:promise': at('quiet-places'),
    '/desk/consultations/:id/preview': [
      { at: UNPUBLISHED },
      { at: UNPUBLISHED, query: '?on=first', when: 'on the day it opens' },
      { at: 'short-breaks', query: '?on=late', when: 'when the reply is late' },
    ],
    '/desk/consultations/:id/preview/:edition/:look': [
      { path: `${desk(UNPUBLISHED)}/preview/plain/phone`, when: 'as on a phone' },
      { path: `${desk(UNPUBLISHED)}/preview/ur/wide`, query: '?on=first', when: 'in Urdu, on the day it opens' },
    ],
    '/desk/consultations/:id/paper': at(UNPUBLISHED, 'short-breaks'),
    '/desk/consultations/:id/addresses': at('short-breaks'),
    '/desk/consultations/:id/events': at('short-breaks', 'local-offer'),
    '/desk/consultations/:id/events/new': at('short-breaks'),
    '/desk/consultations/:id/events/:event': at('short-breaks'),
    '/desk/consultations/:id/typing': at('short-breaks', 'therapy', 'transport'),
    '/desk/consultations/:id/typing/again': at('therapy', 'short-breaks'),
    '/desk/consultations/:id/typing/again/:response': [
      { path: await linkOn(`${desk('therapy')}/typing/again`, /\/desk\/[^"]*typing\/again\/[\w-]+/), when: 'a paper' },
    ],
    '/desk/consultations/:id/typing/papers/:response': [
      { path: `${desk('short-breaks')}/typing/papers/${typed.id}`, when: 'by phone' },
    ],
    '/desk/consultations/:id/typing/differences/:response': [
      { path: await linkOn(`${desk('therapy')}/typing/again`, /\/desk\/[^"]*differences\/[\w-]+/), when: 'a paper' },
    ],
    '/desk/library': once,
    '/desk/consultations/:id/survey/library': at(UNPUBLISHED),
    '/desk/consultations/:id/survey/template': at(UNPUBLISHED),
    '/desk/consultations/:id/survey': [
      ...at(UNPUBLISHED, 'short-breaks', 'moving-on', 'transport'),
      { at: UNPUBLISHED, query: `?edit=${places.of(UNPUBLISHED).kinds.number ?? ''}`, when: 'edited in its place' },
    ],
    '/desk/consultations/:id/survey/file': at(UNPUBLISHED),
    '/desk/survey-format': once,
    '/desk/consultations/:id/survey/definition': at(UNPUBLISHED, 'short-breaks'),
    '/desk/consultations/:id/survey/questions/:question': [
      ...Object.entries(places.of(UNPUBLISHED).kinds).map(([kind, id]) => ({
        path: `${desk(UNPUBLISHED)}/survey/questions/${id}`,
        when: kind,
      })),
      { path: `${desk('moving-on')}/survey/questions/q3`, when: 'one that was published' },
    ],
    '/desk/consultations/:id/survey/new/:kind': [
      { path: `${desk(UNPUBLISHED)}/survey/new/choose-one?after=q2`, when: 'after one that was saved' },
      { path: `${desk(UNPUBLISHED)}/survey/new/area?list=about`, when: '‘about you’' },
    ],
    '/desk/consultations/:id/survey/about': at(UNPUBLISHED),
    '/desk/consultations/:id/survey/intro': at(UNPUBLISHED),
    '/desk/consultations/:id/survey/preview': at(UNPUBLISHED, 'short-breaks'),
    '/desk/consultations/:id/survey/preview/:edition/:look/:sofar': [
      ...at(UNPUBLISHED),
      { path: `${walk}/ur/wide/e30`, when: 'in Urdu' },
    ],
    '/desk/consultations/:id/survey/preview/:edition/:look/:sofar/:step{q[0-9a-z]+(?:-[0-9a-z]+)?}': [
      { path: `${walk}/plain/phone/e30/${places.of(UNPUBLISHED).questions[0] ?? ''}`, when: 'as on a phone' },
      { path: `${walk}/plain/wide/e30/${places.of(UNPUBLISHED).kinds.number ?? ''}`, when: 'a number' },
    ],
    '/desk/consultations/:id/survey/preview/:edition/:look/:sofar/check': at(UNPUBLISHED),
    '/desk/consultations/:id/survey/preview/:edition/:look/:sofar/end': at(UNPUBLISHED),
    '/desk/consultations/:id/survey/editions': at(UNPUBLISHED, 'short-breaks'),
    '/desk/consultations/:id/survey/editions/:edition': [
      { path: `${desk(UNPUBLISHED)}/survey/editions/easy`, when: 'Easy Read' },
      { path: `${desk(UNPUBLISHED)}/survey/editions/ur`, when: 'Urdu' },
      { path: `${desk(UNPUBLISHED)}/survey/editions/plain`, when: 'files beside questions' },
    ],
    '/desk/consultations/:id/survey/questions/:question/rules': [
      { path: `${desk(UNPUBLISHED)}/survey/questions/q2/rules`, when: 'its rules' },
      { path: `${desk(UNPUBLISHED)}/survey/questions/q2/rules`, query: '?one=q1&two=q2', when: 'two that decide' },
    ],
    '/desk/consultations/:id/media': at(UNPUBLISHED, 'short-breaks', 'transport'),
    '/desk/consultations/:id/media/:media': [
      { at: UNPUBLISHED, when: 'a video' },
      ...places.of('short-breaks').media.map((id, n) => ({
        path: `${desk('short-breaks')}/media/${id}`,
        when: `file ${n + 1}`,
      })),
    ],
    '/desk/consultations/:id/acknowledgement': at('short-breaks', 'local-offer', 'siblings', 'transport'),
    '/desk/consultations/:id/acknowledgement/list': at('local-offer'),
    '/desk/consultations/:id/answers': at('short-breaks', 'transport'),
    '/desk/consultations/:id/answers/:question': [
      ...at('transport'),
      { at: 'transport', query: '?show=unmarked', when: 'a part' },
    ],
    '/desk/consultations/:id/concerns': at('siblings', 'transport'),
    '/desk/consultations/:id/concerns/:concern': at('siblings'),
    '/desk/consultations/:id/concerns/new': [
      {
        path: await linkOn(
          fillPattern('/desk/consultations/:id/answers/:question', ['transport'], places) ?? '',
          /\/desk\/[^"]*concerns\/new\?[^"]*/,
        ),
        when: 'a comment',
      },
    ],
    '/desk/consultations/:id/unusual': at('short-breaks', 'transport'),
    '/desk/consultations/:id/unusual/:response': [
      { path: unusual(0), when: 'counted' },
      { path: unusual(1), when: 'waiting' },
      { path: unusual(1), as: 'administrator', when: 'to agree' },
      { path: unusual(2), when: 'set aside' },
    ],
    '/desk/consultations/:id/themes': at('quiet-places', 'local-offer'),
    '/desk/consultations/:id/themes/:theme': at('quiet-places'),
    '/desk/consultations/:id/outcomes': at('quiet-places', 'transport', 'short-breaks'),
    '/desk/consultations/:id/outcomes/list': at('transport'),
    '/desk/consultations/:id/outcomes/new': at('quiet-places'),
    '/desk/consultations/:id/outcomes/preview': at('quiet-places', 'transport'),
    '/desk/consultations/:id/outcomes/publication': at('quiet-places', 'transport'),
    '/desk/consultations/:id/outcomes/:outcomeId': at('quiet-places'),
    '/desk/consultations/:id/outcomes/:outcomeId/change': at('transport'),
    '/desk/consultations/:id/outcomes/:outcomeId/quotes': at('transport'),
    '/desk/consultations/:id/outcomes/:outcomeId/quotes/new': [
      { path: await linkOn(quotes, /\/desk\/[^"]*quotes\/new\?[^"]*/), when: 'a comment' },
    ],
    '/desk/words': once,
    '/desk/words/:word': [{ when: 'officer' }, { when: 'administrator', as: 'administrator' }],
    '/desk/service-changes': once,
    '/desk/service-changes/new': once,
    '/desk/service-changes/:id': once,
    '/desk/service-changes/:id/details': once,
    '/desk/service-changes/:id/steps/new': once,
    '/desk/service-changes/:id/steps/:stepId': once,
    '/board': once,
    '/board/:slug': at('short-breaks', 'local-offer', 'transport', 'moving-on'),
    '/forum': once,
    '/forum/:id': at(UNPUBLISHED, 'transport'),
    '/forum/:id/outcomes': at('quiet-places'),
    '/admin': once,
    '/admin/languages': once,
    '/admin/organisations': once,
    '/admin/people': once,
    '/admin/people/new': once,
    '/admin/people/:id': once,
    '/admin/settings': once,
  };
}

/** One answer that waits for a second person, and one that two have set aside. */
async function askTwo(world: DemoWorld, pathOf: (n: number) => string): Promise<void> {
  const [officer, administrator] = [await signInAs(world, 'officer'), await signInAs(world, 'administrator')];
  for (const n of [1, 2]) await officer.post(`${pathOf(n)}/proposal`, { why: 'again', note: 'Twice the same words.' });
  await administrator.post(`${pathOf(2)}/confirmation`);
}
