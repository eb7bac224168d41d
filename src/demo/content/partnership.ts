import { presets } from '../../glossary/presets.ts';
import type { DemoOrganisation, DemoPartnership, DemoPerson, DemoWord } from './types.ts';

// Brackenshire is nowhere. Addresses end in `.example`, which nobody can own, and the telephone numbers come from the
// ranges that Ofcom keeps for drama.

export const partnership: DemoPartnership = {
  name: 'Working together in Brackenshire',
  strapline: 'Tell us what works and what does not.',
  helpPhone: '01632 960 123',
  helpHours: 'Monday to Friday, 9am to 5pm',
  helpEmail: 'help@brackenshire.example',
  postAddress: 'Working together in Brackenshire, Bracken House, Market Street, Fernwick, Brackenshire BK1 1AA',
  urgentWords:
    'We do not read answers day and night. If somebody is in danger, call 999. If you worry about a child, call Brackenshire children’s services on 01632 960 150, at any time.',
  childPhone: '01632 960 150',
  privacyWords:
    'Brackenshire County Council looks after your answers. We use them only to make services better. We delete them when the time on each page is over.',
  strongColour: '#0b5c5e',
  charter: 'worcestershire',
};

const translated: Record<string, Partial<DemoWord>> = {
  SEND: {
    cy: 'anghenion addysgol arbennig ac anableddau',
    pl: 'specjalne potrzeby edukacyjne i niepełnosprawność',
    ur: 'خصوصی تعلیمی ضروریات اور معذوریاں',
  },
};

export const glossary: DemoWord[] = presets
  .filter(({ term }) => ['EHC plan', 'EHCP', 'Local Offer', 'SENCO', 'SEND', 'SENDIASS'].includes(term))
  .map(each => ({ ...each, cy: '', pl: '', ur: '', ...translated[each.term] }));

export const organisations: DemoOrganisation[] = [
  { key: 'council', name: 'Brackenshire County Council', kind: 'council' },
  { key: 'nhs', name: 'Brackenshire and Vale NHS Integrated Care Board', kind: 'nhs' },
  { key: 'forum', name: 'Brackenshire Parent Carer Voice', kind: 'forum' },
  { key: 'young', name: 'Speak Up Brackenshire, the young people’s forum', kind: 'forum' },
  { key: 'schools', name: 'Brackenshire Schools Partnership', kind: 'schools' },
];

export const people: DemoPerson[] = [
  {
    key: 'administrator',
    organisation: 'council',
    name: 'Joan Kettleby',
    email: 'joan.kettleby@council.brackenshire.example',
    post: 'Partnership co-ordinator',
    roles: ['administrator'],
  },
  {
    key: 'officer',
    organisation: 'council',
    name: 'Farah Quillan',
    email: 'farah.quillan@council.brackenshire.example',
    post: 'Participation officer',
    roles: ['officer'],
  },
  {
    key: 'transport-lead',
    organisation: 'council',
    name: 'Dana Whitlock',
    email: 'dana.whitlock@council.brackenshire.example',
    post: 'Transport lead',
    roles: ['officer'],
  },
  {
    key: 'nhs-officer',
    organisation: 'nhs',
    name: 'Owen Tarbeck',
    email: 'owen.tarbeck@nhs-brackenshire.example',
    post: 'Children’s therapies manager',
    roles: ['officer'],
  },
  {
    key: 'forum-member',
    organisation: 'forum',
    name: 'Beth Hallowby',
    email: 'beth.hallowby@parentcarervoice.example',
    post: 'Forum chair',
    roles: ['forum member'],
  },
  {
    key: 'young-member',
    organisation: 'young',
    name: 'Kit Amberley-Roe',
    email: 'kit@speakup.example',
    post: 'Young people’s representative',
    roles: ['forum member'],
  },
  {
    key: 'board-member',
    organisation: 'schools',
    name: 'Leonard Osgathorpe',
    email: 'leonard.osgathorpe@schools-brackenshire.example',
    post: 'Head teacher, member of the partnership board',
    roles: ['board member'],
  },
];
