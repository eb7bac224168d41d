import { act } from '../audit/act.ts';
import { readPartnership } from '../charters/partnership.ts';
import { addClosingDay, findPartnership, removeClosingDay, savePartnership } from '../charters/queries.ts';
import { listAcknowledgementDays, listPublished } from '../consultations/queries.ts';
import type { Db } from '../db/dialect.ts';
import type { Who } from '../people/roles.ts';
import type { Deps } from '../web/deps.ts';
import { wrongClosing, wrongOpening, type ClosingGiven } from './closing-rules.ts';

export type SettingsFacts = {
  name: string;
  strapline: string;
  helpPhone: string;
  helpHours: string;
  helpEmail: string;
  postAddress: string;
  urgentWords: string;
  childPhone: string;
  privacyWords: string;
  strongColour: string;
};

const subject = { kind: 'partnership', id: 'partnership' };

/** Changes what the partnership says about itself. Its charter stays. Throws before the first set-up. */
export function changeSettings(deps: Deps, by: Who, facts: SettingsFacts): Promise<void> {
  return act(deps.db.write, { person: by, act: 'change settings', subject, now: deps.now() }, async tx => {
    const row = await findPartnership(tx);
    if (!row) throw new Error('There is no partnership yet.');
    await savePartnership(tx, {
      name: facts.name,
      strapline: facts.strapline,
      help_phone: facts.helpPhone,
      help_hours: facts.helpHours,
      help_email: facts.helpEmail,
      post_address: facts.postAddress,
      urgent_words: facts.urgentWords,
      child_phone: facts.childPhone,
      privacy_words: facts.privacyWords,
      strong_colour: facts.strongColour,
      charter: row.charter,
    });
  });
}

/** The list of closing days stays as it is; the message says why, in words for the form. */
export class ClosingRefused extends Error {}

/** A day on which the partnership is closed: working days skip it. Throws ClosingRefused when a promise would move. */
export function closeOn(deps: Deps, by: Who, day: string, name: string): Promise<void> {
  const doing = { person: by, act: 'add closing day', subject, detail: { day }, now: deps.now() };
  return act(deps.db.write, doing, async tx => {
    refuse(wrongClosing(day, await closingGiven(tx, deps.today())));
    await addClosingDay(tx, { day, name });
  });
}

/** Counts the day as a working day again. Throws ClosingRefused when a promise would move. */
export function openAgainOn(deps: Deps, by: Who, day: string): Promise<void> {
  const doing = { person: by, act: 'remove closing day', subject, detail: { day }, now: deps.now() };
  return act(deps.db.write, doing, async tx => {
    refuse(wrongOpening(day, await closingGiven(tx, deps.today())));
    await removeClosingDay(tx, day);
  });
}

function refuse(wrong: string | null): void {
  if (wrong !== null) throw new ClosingRefused(wrong);
}

async function closingGiven(tx: Db, today: string): Promise<ClosingGiven> {
  const { calendar, charter } = await readPartnership(tx);
  const rows = await listPublished(tx);
  const replies = await listAcknowledgementDays(
    tx,
    rows.map(row => row.id),
  );
  const replied = new Set(replies.map(each => each.consultation_id));
  const promised = rows.flatMap(({ id, title, closes_on }) =>
    closes_on === null || replied.has(id) ? [] : { title, closesOn: closes_on },
  );
  return { today, calendar, days: charter.clocks.acknowledgementWorkingDays, promised };
}
