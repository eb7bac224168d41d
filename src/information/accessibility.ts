import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PartnershipFacts } from '../charters/partnership.ts';
import type { Say } from '../words/catalogue.ts';

/**
 * What the tests know of the pages: `test/accessibility.test.ts` holds the first three against what is tested, and writes
 * the rest after a run of every page in every mode that found nothing wrong (`npm run test:all`).
 */
export type Facts = {
  rows: string[];
  modes: string[];
  kinds: string[];
  limits: string[];
  preparedOn: string;
  checkedOn: string;
  pages: number;
  checks: number;
};

/** One part of the statement. Words may hold what the partnership wrote, marked as such. */
export type Section = { heading: string; paragraphs: string[]; list?: string[]; link?: { href: string; text: string } };

const ADVICE = 'https://www.equalityadvisoryservice.com/';

export const readFacts = (): Facts =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'accessibility-facts.json'), 'utf8')) as Facts;

/** The statement as the UK's regulations ask for it, in plain words. */
export function statementOf(facts: Facts, partnership: PartnershipFacts, say: Say): Section[] {
  const { name, helpLine, helpEmail, postAddress } = partnership;
  const written = (words: string) => say.written(words);
  const words = {
    ...{ site: written(name), phone: written(helpLine), email: written(helpEmail), post: written(postAddress) },
    ...{ prepared: say.day(facts.preparedOn), checked: say.day(facts.checkedOn) },
    days: partnership.charter.clocks.acknowledgementWorkingDays,
    ...{ pages: facts.pages, checks: facts.checks, rows: facts.rows.length, modes: facts.modes.length },
  };
  const part = (id: string): Section => ({
    heading: say(`information.accessibility.${id}`),
    paragraphs: say(`information.accessibility.${id}-text`, words).split('\n\n'),
  });
  const listed = (of: string, names: string[]) => names.map(each => say(`information.accessibility.${of}-${each}`));
  const advice = { href: ADVICE, text: say('information.accessibility.advice') };
  return [
    { ...part('can'), list: listed('can', ['colours', 'zoom', 'keys', 'reader', 'scripts', 'language']) },
    { ...part('limits'), list: listed('limit', facts.limits) },
    part('ask'),
    part('report'),
    { ...part('enforcement'), link: advice },
    part('status'),
    { ...part('tested'), list: listed('row', facts.rows) },
    {
      ...part('modes'),
      list: listed(
        'mode',
        facts.modes.map(mode => mode.replaceAll(' ', '-')),
      ),
    },
    { ...part('kinds'), list: listed('kind', facts.kinds) },
    part('prepared'),
  ];
}
