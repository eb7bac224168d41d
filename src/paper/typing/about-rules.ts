/** What an officer says of a paper beside its answers: how it came, when, and in which edition. */
import type { ConsultationDates } from '../../charters/clocks.ts';
import type { Came } from '../../responses/settle-rules.ts';
import type { Edition } from '../../words/editions.ts';
import { channels, type Channel } from './form-rules.ts';

/** As typed: `received` is an ISO day, or what was typed instead of one. */
export type About = { channel: string; received: string; edition: string };

export type ReadAbout =
  { ok: true; channel: Channel; edition: Edition; day: string } | { ok: false; errors: Record<string, string> };

type Given = Pick<ConsultationDates, 'opensOn' | 'closesOn'> & { today: string; editions: readonly Edition[] };

export const aboutOf = ({ channel, day, edition }: Came): About => ({ channel, received: day, edition });

/** The next paper most likely came as the last one did. */
export const aboutNext = (last: Came | undefined, today: string): About =>
  last ? aboutOf(last) : { channel: 'paper', received: today, edition: 'plain' };

export function readAbout({ channel, received, edition }: About, given: Given): ReadAbout {
  const way = channels.find(each => each === channel);
  const read = given.editions.find(each => each === edition);
  const wrongDay = faultOf(received, given);
  if (way && read && wrongDay === '') return { ok: true, channel: way, edition: read, day: received };
  return {
    ok: false,
    errors: {
      ...(way ? {} : { channel: 'Choose how the answers came.' }),
      ...(wrongDay ? { received: wrongDay } : {}),
      ...(read ? {} : { edition: 'Choose which edition was used.' }),
    },
  };
}

/** Whatever came after the close comes too late to be counted, however it came. */
function faultOf(day: string, { opensOn, closesOn, today }: Given): string {
  if (day === '') return 'Enter the day on which it came.';
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return 'Enter a real date, such as 4 12 2026.';
  if (day > today) return 'The day on which it came is still to come. Enter an earlier one.';
  if (day > closesOn) return 'It came after the close, so it cannot be counted.';
  return day < opensOn ? 'It came before the survey opened. Look at the date again.' : '';
}
