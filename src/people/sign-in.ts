import { addAudit } from '../audit/queries.ts';
import type { Db } from '../db/dialect.ts';
import { hashToken, randomId } from '../db/ids.ts';
import type { Person } from '../db/schema.ts';
import { queueMail } from '../mail/write.ts';
import type { Deps } from '../web/deps.ts';
import { createSignInLink, LINK_MINUTES } from './links.ts';
import { findLinkedPerson, findPersonByEmail, findWho, takeSignInLink } from './queries.ts';
import type { Who } from './roles.ts';
import { startSession } from './sessions.ts';

/** Mails a sign-in link, if somebody has this address. `next` is the path to go on to, or ''. */
export async function mailSignInLink(deps: Deps, email: string, next: string): Promise<void> {
  const person = await findPersonByEmail(deps.db.read, email.toLowerCase());
  if (!person) return;
  const { name } = await deps.partnership();
  await deps.db.write.transaction().execute(async tx => {
    const link = await createSignInLink(deps, person.id, tx);
    const href = next ? `${link}?next=${encodeURIComponent(next)}` : link;
    await queueMail(tx, {
      to: person.email,
      subject: deps.say('sign-in.mail.subject', { name }),
      lines: [
        { paragraph: deps.say('sign-in.mail.use', { person: person.name, n: LINK_MINUTES }) },
        { link: { text: deps.say('sign-in.title'), href } },
        { paragraph: deps.say('sign-in.mail.not-you') },
      ],
      cause: 'sign-in link',
      subjectId: null,
      forgetAfterHours: LINK_MINUTES / 60,
      now: deps.now(),
    });
  });
}

/** Whom this link would sign in; undefined when it is used, too old, or none of ours. */
export function personOfLink(deps: Deps, token: string, db: Db = deps.db.read): Promise<Person | undefined> {
  return findLinkedPerson(db, hashToken(token), iso(deps), deps.config.reusableLinks);
}

/** Uses the link up and signs in: gives the session's token. Null when the link no longer works. */
export function signIn(deps: Deps, token: string): Promise<{ session: string; who: Who } | null> {
  return deps.db.write.transaction().execute(async tx => {
    const person = await personOfLink(deps, token, tx);
    if (!person) return null;
    if (!deps.config.reusableLinks && !(await takeSignInLink(tx, hashToken(token), iso(deps)))) return null;
    const session = await startSession(tx, person.id, deps.now());
    await addAudit(tx, {
      id: randomId(),
      at: iso(deps),
      person_id: person.id,
      act: 'sign in',
      subject_kind: 'person',
      subject_id: person.id,
      detail: '{}',
    });
    const who = await findWho(tx, hashToken(session), iso(deps));
    return who && { session, who };
  });
}

const iso = (deps: Deps) => deps.now().toString({ smallestUnit: 'millisecond' });
