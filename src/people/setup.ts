import { act } from '../audit/act.ts';
import { defaultColour } from '../charters/partnership.ts';
import { presetOf } from '../charters/presets/index.ts';
import { savePartnership } from '../charters/queries.ts';
import { hashToken, randomId, randomToken } from '../db/ids.ts';
import type { Deps } from '../web/deps.ts';
import {
  addGrant,
  addOrganisation,
  addPerson,
  countPeople,
  hasSetupLink,
  replaceSetupLink,
  takeSetupLink,
} from './queries.ts';
import { startSession } from './sessions.ts';

/** While there is nobody yet: a link that makes the first administrator, once. Each call ends the older links. Else null. */
export function offerSetup({ db, config, now }: Deps): Promise<string | null> {
  return db.write.transaction().execute(async tx => {
    if ((await countPeople(tx)) > 0) return null;
    const token = randomToken();
    await replaceSetupLink(tx, hashToken(token), now().toString({ smallestUnit: 'millisecond' }));
    return `${config.publicUrl}/set-up/${token}`;
  });
}

/** Whether this link may still set the site up. */
export async function maySetUp({ db }: Deps, token: string): Promise<boolean> {
  return (await hasSetupLink(db.read, hashToken(token))) && (await countPeople(db.read)) === 0;
}

export type Setup = {
  name: string;
  strapline: string;
  helpPhone: string;
  helpHours: string;
  helpEmail: string;
  postAddress: string;
  urgentWords: string;
  childPhone: string;
  /** A preset's id. */
  charter: string;
  organisation: string;
  kind: string;
  person: string;
  post: string;
  email: string;
};

/** Makes the partnership, its first organisation and its first administrator, and signs them in: gives the session's token. */
export async function setUp(deps: Deps, token: string, setup: Setup): Promise<string | null> {
  const id = randomId();
  const doing = { person: { id }, act: 'set up partnership', subject: { kind: 'partnership', id: 'partnership' } };
  const gone = new Error('The set-up link no longer works.');
  try {
    return await act(deps.db.write, { ...doing, now: deps.now() }, async tx => {
      const now = deps.now().toString({ smallestUnit: 'millisecond' });
      const free = (await takeSetupLink(tx, hashToken(token), now)) && (await countPeople(tx)) === 0;
      if (!free) throw gone;
      await savePartnership(tx, partnershipOf(setup));
      const organisation = { id: randomId(), name: setup.organisation, kind: setup.kind, created_at: now };
      await addOrganisation(tx, organisation);
      const { person: name, email, post } = setup;
      const person = { id, organisation_id: organisation.id, name, email: email.toLowerCase(), post };
      await addPerson(tx, { ...person, created_at: now, ended_at: null });
      await addGrant(tx, id, 'administrator', null, now);
      return startSession(tx, id, deps.now());
    });
  } catch (error) {
    if (error === gone) return null;
    throw error;
  }
}

function partnershipOf(setup: Setup) {
  return {
    name: setup.name,
    strapline: setup.strapline,
    help_phone: setup.helpPhone,
    help_hours: setup.helpHours,
    help_email: setup.helpEmail,
    post_address: setup.postAddress,
    urgent_words: setup.urgentWords,
    child_phone: setup.childPhone,
    privacy_words: `${setup.organisation} looks after your answers.`,
    strong_colour: defaultColour,
    charter: JSON.stringify(presetOf(setup.charter)),
  };
}
