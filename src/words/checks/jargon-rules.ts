/** Words of the trade, and what a neighbour would say. Our own list: what families said they stumble over comes first. */
import { advice, type Said } from './finding-rules.ts';

/** A word as it is looked for, and the plain one. `*` stands for any ending. */
const PLAIN: Readonly<Record<string, string>> = {
  // Special educational needs and disabilities.
  'alternative provision': 'learning somewhere other than a school',
  'annual review': 'the yearly meeting about the plan',
  'co-produc*': 'plan together as equals',
  'coproduc*': 'plan together as equals',
  'early intervention': 'help early on',
  'early years setting*': 'nurseries, childminders and playgroups',
  'educational setting*': 'schools, nurseries and colleges',
  'graduated approach': 'help that grows step by step',
  'graduated response': 'help that grows step by step',
  'key stage*': 'the school years it means',
  'lived experience': 'what people have been through',
  'local area partnership': 'who they are: the council, the health service and parents',
  'mainstream provision': 'ordinary schools',
  'multi-agency': 'several services together',
  'multi-disciplinary': 'people of several professions',
  multidisciplinary: 'people of several professions',
  'ordinarily available provision': 'help that every school gives',
  'person-centred': 'built around each person',
  'preparation for adulthood': 'getting ready for adult life',
  'preparing for adulthood': 'getting ready for adult life',
  provision: 'support',
  'quality first teaching': 'good teaching for everybody',
  'reasonable adjustment*': 'changes that make it possible to take part',
  'section f': 'the part of the plan that says what help there must be',
  'service user*': 'people who use the service',
  'statutory assessment': 'the assessment that the law describes',
  'transition planning': 'planning for a move',
  'universal service*': 'services for everybody',
  wraparound: 'before and after school',
  // Offices of every kind.
  'baseline*': 'where we start from',
  'best practice': 'what works well',
  'capacity building': 'helping people learn to do it',
  'cohort*': 'group',
  'commence*': 'start',
  'deliverable*': 'what we will do',
  'direction of travel': 'where we are going',
  'disseminat*': 'share',
  'empower*': 'help people to do it themselves',
  'evidence-based': 'shown to work',
  'facilitat*': 'help',
  'framework*': 'plan',
  'going forward': 'from now on',
  governance: 'who decides, and who checks',
  granular: 'in detail',
  'holistic*': 'as a whole',
  'in order to': 'to',
  'in relation to': 'about',
  'key performance indicator*': 'how we measure it',
  leverage: 'use',
  'moving forward': 'from now on',
  'operationalis*': 'put into practice',
  'outreach offer': 'what we do outside our buildings',
  overarching: 'main',
  'pathway*': 'the steps, one after another',
  'prior to': 'before',
  'proactive*': 'early, before anybody asks',
  'provider*': 'who gives the service',
  'remit*': 'what it is there to do',
  'robust*': 'strong',
  'signpost*': 'tell people where to go',
  'socio-economic*': 'money, work and housing',
  'stakeholder*': 'the people it matters to',
  'strategic priorit*': 'what matters most',
  'streamlin*': 'make simpler',
  'subsequent*': 'later',
  'thematic analysis': 'sorting by what people say',
  'theory of change': 'how we think it will help',
  thresholds: 'who can get it',
  'utilis*': 'use',
  'value for money': 'good use of money',
  'with regard to': 'about',
  'workstream*': 'piece of work',
};

const LIST = Object.entries(PLAIN).map(([word, plain]) => ({
  plain,
  pattern: new RegExp(`(?<![\\p{L}-])${word.replaceAll('*', '\\p{L}*')}(?![\\p{L}-])`, 'iu'),
}));

/** Words of the trade that nobody explains: in brackets behind them, or among `known`, the glossary's words. */
export function checkJargon(text: string, known: ReadonlySet<string>): Said[] {
  return LIST.flatMap(({ pattern, plain }) => {
    const [word] = pattern.exec(text) ?? [];
    if (word === undefined || known.has(word.toLowerCase()) || text.includes(`${word} (`)) return [];
    return [advice('jargon', word, `Not everybody knows “${word}”.`, `Say it in plain words, such as: ${plain}.`)];
  });
}
