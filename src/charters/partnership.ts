import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Db } from '../db/dialect.ts';
import { charterSchema, type Charter } from './charter.ts';
import { worcestershire } from './presets/worcestershire.ts';
import { findPartnership, listClosingDays } from './queries.ts';

/** The installation's own facts, as every page needs them. */
export type PartnershipFacts = {
  name: string;
  strapline: string;
  helpPhone: string;
  /** When somebody answers it; '' where it is not said. */
  helpHours: string;
  /** The number with its hours, as sentences and letters say it. */
  helpLine: string;
  helpEmail: string;
  postAddress: string;
  /** Whom to call when it can't wait; stands in every journey. */
  urgentWords: string;
  /** The number to call about a child, for the words of other languages; '' where none is given. */
  childPhone: string;
  privacyWords: string;
  strongColour: string;
  charter: Charter;
  calendar: WorkingCalendar;
};

export const defaultColour = '#0b5c5e';

/** Reads the partnership's facts; before it is set up, neutral ones. */
export async function readPartnership(db: Db): Promise<PartnershipFacts> {
  const [row, days] = await Promise.all([findPartnership(db), listClosingDays(db)]);
  return {
    name: row?.name ?? 'Said and Done',
    strapline: row?.strapline ?? '',
    helpPhone: row?.help_phone ?? '',
    helpHours: row?.help_hours ?? '',
    helpLine: row ? lineOf(row.help_phone, row.help_hours) : '',
    helpEmail: row?.help_email ?? '',
    postAddress: row?.post_address ?? '',
    urgentWords: row?.urgent_words ?? '',
    childPhone: row?.child_phone ?? '',
    privacyWords: row?.privacy_words ?? '',
    strongColour: row?.strong_colour ?? defaultColour,
    charter: row ? charterSchema.parse(JSON.parse(row.charter)) : worcestershire,
    calendar: { closingDays: new Set(days.map(each => each.day)) },
  };
}

const lineOf = (phone: string, hours: string): string => (hours ? `${phone} (${hours})` : phone);
