import { act } from '../audit/act.ts';
import { addClosingDay, findPartnership, removeClosingDay, savePartnership } from '../charters/queries.ts';
import type { Who } from '../people/roles.ts';
import type { Deps } from '../web/deps.ts';

export type SettingsFacts = {
  name: string;
  strapline: string;
  helpPhone: string;
  helpEmail: string;
  postAddress: string;
  urgentWords: string;
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
      help_email: facts.helpEmail,
      post_address: facts.postAddress,
      urgent_words: facts.urgentWords,
      privacy_words: facts.privacyWords,
      strong_colour: facts.strongColour,
      charter: row.charter,
    });
  });
}

/** A day on which the partnership is closed: working days skip it, so dates that are counted in them move. */
export function closeOn(deps: Deps, by: Who, day: string, name: string): Promise<void> {
  const doing = { person: by, act: 'add closing day', subject, detail: { day }, now: deps.now() };
  return act(deps.db.write, doing, tx => addClosingDay(tx, { day, name }));
}

export function openAgainOn(deps: Deps, by: Who, day: string): Promise<void> {
  const doing = { person: by, act: 'remove closing day', subject, detail: { day }, now: deps.now() };
  return act(deps.db.write, doing, tx => removeClosingDay(tx, day));
}
