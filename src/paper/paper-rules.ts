/** A survey on paper: everything that is printed, in words, for the page and for the PDF alike. */
import { urgentIn } from '../charters/urgent-rules.ts';
import type { Plan } from '../consultations/plan.ts';
import { planIn, type SaidPlan } from '../consultations/said-rules.ts';
import type { ShownMedia } from '../media/media-rules.ts';
import type { Definition } from '../surveys/definition.ts';
import type { Say } from '../words/catalogue.ts';
import { languages, type Edition } from '../words/editions.ts';
import { entriesOf } from './entry-rules.ts';
import { partsOf, type PaperPart } from './question-rules.ts';

/** Large print is 18 point or more, for readers who need it; ordinary paper is 14 point. */
export const sizes = ['standard', 'large'] as const;
export type Size = (typeof sizes)[number];

export const isSize = (name: unknown): name is Size => (sizes as readonly unknown[]).includes(name);

/** A heading and the sentences under it. */
export type PaperSection = { heading: string; body: string[] };

export type Paper = {
  language: string;
  dir: 'ltr' | 'rtl';
  size: Size;
  title: string;
  partnership: string;
  /** Which edition and which version of the questions it is. */
  edition: string;
  /** Says that it is a draft; '' on a published one. */
  draft: string;
  lead: string;
  /** Boxes for whoever types the answers in. */
  office: { heading: string; fields: string[] };
  before: PaperSection[];
  parts: PaperPart[];
  back: PaperSection;
  address: string[];
  online: { words: string; url: string };
  slip: {
    heading: string;
    body: string[];
    about: string;
    fields: { label: string; lines: number }[];
    address: string[];
  };
  pageWords: { page: string; help: string };
};

export type PaperFacts = {
  plan: Plan;
  definition: Definition;
  /** The version of the questions, and their files. */
  version: number;
  shown: ShownMedia;
  edition: Edition;
  /** What it is called, in its own words. */
  editionName: string;
  size: Size;
  /** The last day in words; '' while none is set. */
  closes: string;
  isPublished: boolean;
  /** Where to answer online. */
  url: string;
  partnership: {
    name: string;
    helpPhone: string;
    helpLine: string;
    postAddress: string;
    urgentWords: string;
    childPhone: string;
  };
};

/** `t` speaks the edition's language; what the partnership wrote in English is marked as such. */
export function paperOf(facts: PaperFacts, t: Say): Paper {
  const { partnership, definition, edition, size, url } = facts;
  const plan = planIn(facts.plan, definition, t);
  const intro = definition.editions?.[edition]?.intro;
  const address = linesOf(partnership.postAddress).map(line => t.written(line));
  return {
    language: t.language,
    dir: languages[t.language].dir,
    size,
    title: plan.title,
    partnership: t.written(partnership.name),
    edition: t('paper.edition', { edition: facts.editionName, n: facts.version }),
    draft: facts.isPublished ? '' : t('paper.draft'),
    lead: intro ?? plan.purpose,
    office: { heading: t('paper.office'), fields: [t('paper.office-reference'), t('paper.office-received')] },
    before: beforeOf(facts, plan, t),
    parts: partsIn(facts, plan.why, t),
    back: backOf(facts, t),
    address,
    online: { words: t('paper.online'), url },
    slip: slipOf(plan, address, t),
    pageWords: { page: t('paper.page'), help: helpOf(partnership, t) },
  };
}

/** 'About you' says first what it is for. */
function partsIn({ definition, edition, shown }: PaperFacts, why: string, t: Say): PaperPart[] {
  const entries = entriesOf(definition, t);
  const parts = partsOf(entries, edition, t, shown);
  const first = entries.findIndex(entry => entry.about);
  if (first < 0) return parts;
  const body = [why, t('paper.about-skip')].filter(words => words !== '');
  return parts.toSpliced(first, 0, { asks: false, id: 'about', heading: t('paper.about'), body, picture: null });
}

const linesOf = (text: string): string[] =>
  text
    .split(/\n|,\s*/)
    .map(line => line.trim())
    .filter(line => line !== '');

const helpOf = ({ helpPhone }: PaperFacts['partnership'], t: Say): string =>
  helpPhone ? t('paper.help', { phone: helpPhone }) : '';

function beforeOf({ partnership }: PaperFacts, plan: SaidPlan, t: Say): PaperSection[] {
  const lead = t.written(plan.safeguardingName);
  const readers = [plan.confidentialityWords, t('responses.start.readers', { lead })];
  return [
    { heading: t('paper.how'), body: t('paper.how-text').split('\n') },
    { heading: t('responses.start.readers-heading'), body: readers },
    { heading: t('responses.start.urgent-heading'), body: [plan.urgentWords || urgentIn(partnership, t)] },
  ].map(({ heading, body }) => ({ heading, body: body.filter(line => line !== '') }));
}

function backOf({ closes, partnership }: PaperFacts, t: Say): PaperSection {
  const by = closes ? [t('paper.back-by', { day: closes })] : [];
  const help = partnership.helpLine && t('paper.help', { phone: t.written(partnership.helpLine) });
  return { heading: t('paper.back'), body: [...by, ...(help ? [help] : []), t('paper.back-to')] };
}

/** A sheet of its own: what is written on it never comes with the answers. */
const slipOf = ({ title }: SaidPlan, address: string[], t: Say): Paper['slip'] => ({
  heading: t('paper.slip'),
  body: t('paper.slip-text').split('\n'),
  about: t('paper.slip-about', { title }),
  fields: [
    { label: t('paper.slip-name'), lines: 1 },
    { label: t('paper.slip-address'), lines: 4 },
  ],
  address,
});
