import { UNPUBLISHED } from '../support/places.ts';

/**
 * A form filled in badly: the page that it stands on (a pattern, and which of its addresses, by what `when` begins with),
 * and what is typed. Everything else is left empty, and what is typed must be there again.
 */
export type Mistake = { on: string; when?: string; type: Record<string, string> };

/** Every form of the site map; a new one without a row fails the test. A sentence says why nothing can be wrong in it. */
export const mistakes: Record<string, Mistake | string> = {
  '/admin/closing-days': { on: '/admin/settings', type: { what: 'Training' } },
  '/admin/closing-days/:day/removal': 'one button',
  '/admin/languages/checks': { on: '/admin/languages', type: {} },
  '/admin/languages/checks/removal': 'one button',
  '/admin/organisations': { on: '/admin/organisations', type: {} },
  '/admin/people': { on: '/admin/people/new', type: { name: 'Kit Example', email: 'no address' } },
  '/admin/people/:id': {
    on: '/admin/people/:id',
    type: { name: 'Kit Example', email: 'two@b.example, three@b.example' },
  },
  '/admin/people/:id/ending': 'one button',
  '/admin/people/:id/return': 'one button',
  '/admin/settings': { on: '/admin/settings', type: { strapline: 'Together', strongColour: '#ffff00' } },
  '/admin/undelivered-mails/retry': 'one button',
  '/consultations/:slug/answer/:step{q[0-9a-z]+(?:-[0-9a-z]+)?}': {
    on: '/consultations/:slug/answer/:step{q[0-9a-z]+(?:-[0-9a-z]+)?}',
    when: 'date',
    type: { 'answer-month': 'Brumaire', 'answer-year': '2026' },
  },
  '/consultations/:slug/answer/about/:step{q[0-9a-z]+}':
    'tried with what only its boxes can say, in the journey’s tests',
  '/consultations/:slug/answer/change': 'one button',
  '/consultations/:slug/answer/kiosk': 'one button',
  '/consultations/:slug/answer/rest': 'one button',
  '/consultations/:slug/answer/later': {
    on: '/consultations/:slug/answer/later',
    type: { email: 'somebody at home' },
  },
  '/consultations/:slug/answer/sending': 'one button',
  '/consultations/:slug/answer/start': 'one button',
  '/consultations/:slug/answer/unchanged': 'one button',
  '/consultations/:slug/answer/withdrawal': 'one button',
  '/consultations/:slug/together': 'one button each',
  '/consultations/:slug/news': { on: '/consultations/:slug/news', type: { email: 'somebody at home' } },
  '/language': 'a button for each language',
  '/news/stop/:consultation/:key': 'one button',
  '/reading-settings': 'every choice is taken',
  '/set-up': 'tried on a site without anybody, below',
  '/sign-in': { on: '/sign-in', type: { email: 'sam at work' } },
  '/sign-in/confirm': 'one button',
  '/sign-out': 'one button',
  '/worries/:concern/seen': 'one button',
  '/desk/consultations': { on: '/desk/consultations/new', type: {} },
  '/desk/consultations/:id/acknowledgement': {
    on: '/desk/consultations/:id/acknowledgement',
    when: 'local-offer',
    type: {},
  },
  '/desk/consultations/:id/late/:promise': { on: '/desk/consultations/:id/late/:promise', type: {} },
  '/desk/consultations/:id/concerns': { on: '/desk/consultations/:id/concerns/new', type: {} },
  '/desk/consultations/:id/concerns/:concern/mail': 'one button',
  '/desk/consultations/:id/concerns/:concern/seen': 'one button',
  '/desk/consultations/:id/dates': {
    on: '/desk/consultations/:id/dates',
    type: { 'to-day': '31', 'to-month': '2', 'to-year': '2027' },
  },
  '/desk/consultations/:id/marks': 'boxes that may all be empty',
  '/desk/consultations/:id/media': { on: '/desk/consultations/:id/media', when: UNPUBLISHED, type: { alt: 'A pool' } },
  '/desk/consultations/:id/media/:media': {
    on: '/desk/consultations/:id/media/:media',
    when: 'a video',
    type: { alt: 'The question, signed', captions: 'WEBVTT\n\n1\nHello.' },
  },
  '/desk/consultations/:id/media/:media/removal': 'one button',
  '/desk/consultations/:id/outcomes': {
    on: '/desk/consultations/:id/outcomes/new',
    type: { why: 'Because it rains.' },
  },
  '/desk/consultations/:id/outcomes/:outcomeId': {
    on: '/desk/consultations/:id/outcomes/:outcomeId',
    type: { why: 'Because it rains.' },
  },
  '/desk/consultations/:id/outcomes/:outcomeId/change': {
    on: '/desk/consultations/:id/outcomes/:outcomeId/change',
    type: { why: 'Because it rains.' },
  },
  '/desk/consultations/:id/outcomes/:outcomeId/move': 'one button',
  '/desk/consultations/:id/outcomes/:outcomeId/quotes': {
    on: '/desk/consultations/:id/outcomes/:outcomeId/quotes/new',
    type: {},
  },
  '/desk/consultations/:id/outcomes/:outcomeId/quotes/:quoteId/removal': 'one button',
  '/desk/consultations/:id/outcomes/:outcomeId/removal': 'one button',
  '/desk/consultations/:id/outcomes/publication': 'a button; what is missing is listed before it can be pressed',
  '/desk/consultations/:id/people': {
    on: '/desk/consultations/:id/people',
    when: UNPUBLISHED,
    type: { 'role-0': 'Chair' },
  },
  '/desk/consultations/:id/plan': {
    on: '/desk/consultations/:id/plan',
    when: UNPUBLISHED,
    type: {
      title: 'A plan',
      key_contact_email: 'nobody at all',
      'opens_on-day': '31',
      'opens_on-month': '2',
      'opens_on-year': '2027',
    },
  },
  '/desk/consultations/:id/publication': 'a button; what is missing is listed before it can be pressed',
  '/desk/consultations/:id/survey/definition': {
    on: '/desk/consultations/:id/survey/definition',
    when: UNPUBLISHED,
    type: { definition: '{ "format": 1, "questions": [{ "id": "q1", "kind": "grid" }] }' },
  },
  '/desk/consultations/:id/survey/undo': 'one button',
  '/desk/consultations/:id/survey/redo': 'one button',
  '/desk/consultations/:id/survey/file': { on: '/desk/consultations/:id/survey/file', when: UNPUBLISHED, type: {} },
  '/desk/consultations/:id/survey/file/use': 'one button',
  '/desk/consultations/:id/survey/new-version': 'one button',
  '/desk/consultations/:id/survey/new-version/publication':
    'a button; what is missing is listed before it can be pressed',
  '/desk/consultations/:id/survey/new-version/removal': 'one button',
  '/desk/consultations/:id/survey/questions': { on: '/desk/consultations/:id/survey', when: UNPUBLISHED, type: {} },
  '/desk/consultations/:id/survey/questions/:question': {
    on: '/desk/consultations/:id/survey/questions/:question',
    when: 'number',
    type: { ask: 'How many?', min: 'three' },
  },
  '/desk/consultations/:id/survey/questions/:question/:move': 'one button',
  '/desk/consultations/:id/survey/questions/:question/rules': {
    on: '/desk/consultations/:id/survey/questions/:question/rules',
    when: 'two that decide',
    type: {},
  },
  '/desk/consultations/:id/survey/questions/:question/rules/:rule/:move': 'one button',
  '/desk/consultations/:id/team': { on: '/desk/consultations/:id/people', when: UNPUBLISHED, type: {} },
  '/desk/consultations/:id/team/:person/removal': 'one button',
  '/desk/consultations/:id/themes': { on: '/desk/consultations/:id/themes', type: { summary: 'What it says' } },
  '/desk/consultations/:id/themes/:theme': {
    on: '/desk/consultations/:id/themes/:theme',
    type: { summary: 'What it says' },
  },
  '/desk/consultations/:id/themes/:theme/removal': 'one button',
  '/desk/consultations/:id/addresses': { on: '/desk/consultations/:id/addresses', type: { post: '1 Orchard Row' } },
  '/desk/consultations/:id/events': {
    on: '/desk/consultations/:id/events/new',
    type: { place: 'Town hall', 'held-day': '31', 'held-month': '2', 'held-year': '2026' },
  },
  '/desk/consultations/:id/events/:event': {
    on: '/desk/consultations/:id/events/:event',
    type: { place: 'Town hall' },
  },
  '/desk/consultations/:id/events/:event/removal': 'one button',
  '/desk/consultations/:id/typing': {
    on: '/desk/consultations/:id/typing',
    type: { 'received-day': '31', 'received-month': '2', 'received-year': '2026' },
  },
  '/desk/consultations/:id/typing/again/:response': 'asks as the page of typing does',
  '/desk/consultations/:id/typing/papers/:response': {
    on: '/desk/consultations/:id/typing/papers/:response',
    type: { 'received-day': '31', 'received-month': '2', 'received-year': '2026' },
  },
  '/desk/consultations/:id/typing/differences/:response': {
    on: '/desk/consultations/:id/typing/differences/:response',
    type: {},
  },
  '/desk/consultations/:id/unusual/:response/confirmation': 'one button',
  '/desk/consultations/:id/unusual/:response/proposal': {
    on: '/desk/consultations/:id/unusual/:response',
    when: 'counted',
    type: { note: 'It looks odd.' },
  },
  '/desk/consultations/:id/unusual/:response/return': {
    on: '/desk/consultations/:id/unusual/:response',
    when: 'set aside',
    type: {},
  },
  '/desk/service-changes': { on: '/desk/service-changes/new', type: { summary: 'What it does' } },
  '/desk/service-changes/:id/details': { on: '/desk/service-changes/:id/details', type: { summary: 'What it does' } },
  '/desk/service-changes/:id/publication': 'one button',
  '/desk/service-changes/:id/steps': { on: '/desk/service-changes/:id/steps/new', type: { words: 'A new bus' } },
  '/desk/service-changes/:id/steps/:stepId': {
    on: '/desk/service-changes/:id/steps/:stepId',
    type: { words: 'A new bus' },
  },
  '/desk/service-changes/:id/steps/:stepId/removal': 'one button',
};
