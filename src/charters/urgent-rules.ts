import type { Say } from '../words/catalogue.ts';

type Urgent = { urgentWords: string; childPhone: string };

/**
 * What to do when somebody is in danger, in the words that a reader chose: the partnership's own in plain English, the
 * catalogue's elsewhere. Without a number to call about a child, the partnership's own words say the rest.
 */
export function urgentIn({ urgentWords, childPhone }: Urgent, say: Say): string {
  if (say.edition === 'plain') return urgentWords;
  const child = childPhone ? say('consultations.urgent.child', { phone: childPhone }) : say.written(urgentWords);
  return `${say('consultations.urgent.danger')} ${child}`;
}
