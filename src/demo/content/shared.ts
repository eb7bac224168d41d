import { formatShortDay } from '../../calendar/london.ts';
import { confidentialities } from '../../consultations/plan.ts';
import type { DemoConsultation, DemoPlan } from './types.ts';

/** The ISO date so many days after `today`; before it when `days` is below 0. */
export const dayFrom = (today: string, days: number): string => Temporal.PlainDate.from(today).add({ days }).toString();

/** That date in words: '28 February', with the year when it is another one. */
export const dayWords = (today: string, days: number): string => formatShortDay(dayFrom(today, days), today);

/** What every plan of the council or of the NHS says alike. */
export const council = {
  safeguardingName: 'Marian Stowebridge',
  safeguardingEmail: 'safeguarding@council.brackenshire.example',
  keyContactName: 'Farah Quillan',
  keyContactEmail: 'farah.quillan@council.brackenshire.example',
  keyContactPhone: '01632 960 124',
} satisfies Partial<DemoPlan>;

export const nhs = {
  safeguardingName: 'Cerys Undermoor',
  safeguardingEmail: 'safeguarding@nhs-brackenshire.example',
  keyContactName: 'Owen Tarbeck',
  keyContactEmail: 'owen.tarbeck@nhs-brackenshire.example',
  keyContactPhone: '01632 960 131',
} satisfies Partial<DemoPlan>;

export const quillan = {
  name: 'Farah Quillan',
  role: 'Participation officer, Brackenshire County Council',
  why: 'Leads this work, reads every answer and is the person to ask.',
};

export const hallowby = {
  name: 'Beth Hallowby',
  role: 'Chair, Brackenshire Parent Carer Voice',
  why: 'Helped to write the questions and checks that we report your views truly.',
};

export const tarbeck = {
  name: 'Owen Tarbeck',
  role: 'Children’s therapies manager, Brackenshire and Vale NHS',
  why: 'Runs the service and reads every answer.',
};

export const kit = {
  name: 'Kit Amberley-Roe',
  role: 'Representative, Speak Up Brackenshire',
  why: 'Tells us what matters to young people.',
};

export const publicReport = {
  confidentiality: 'public-report',
  confidentialityWords: confidentialities['public-report'],
} satisfies Partial<DemoPlan>;

/** What a consultation has none of before its answers were read. */
export const notYet = {
  acknowledgement: null,
  lateReasons: [],
  concerns: [],
  themes: [],
  outcomes: [],
  outcomesPublishedOn: null,
  updates: [],
} satisfies Partial<DemoConsultation>;
