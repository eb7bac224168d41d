import { presetOf } from '../charters/presets/index.ts';
import { renewSnapshots } from '../analysis/snapshots.ts';
import { readPartnership } from '../charters/partnership.ts';
import type { Config } from '../config.ts';
import { createSay } from '../words/catalogue.ts';
import { loadServiceChanges } from './load-service-changes.ts';
import { savePartnership } from '../charters/queries.ts';
import type { Database } from '../db/dialect.ts';
import { randomId } from '../db/ids.ts';
import { growStamp } from '../audit/queries.ts';
import { loadConsultation } from './load-consultation.ts';
import { demo, type Demo } from './content/index.ts';
import { atNine, type DemoIds, type DemoTools } from './ids.ts';
import { insertRows, markMailsSent } from './queries.ts';

/** Fills an empty, migrated database with a partnership that has a consultation in every state on `today` (ISO day). */
export async function loadDemo(db: Database, config: Config, today: string): Promise<DemoIds> {
  const content = demo(today);
  const ids = makeIds(content);
  const toolsAt = (day: string) => toolsOf(db, config, day);
  await loadPartnership(db, content, ids, today);
  const later = await loadServiceChanges(toolsAt, content, ids);
  for (const consultation of content.consultations) await loadConsultation(consultation, { ids, toolsAt }, today);
  for (const step of later) await step.save();
  await renewSnapshots(toolsAt(today));
  await markMailsSent(db.write);
  await growStamp(db.write);
  return ids;
}

// Every act of the demo happens at nine in the morning of its own day.
function toolsOf(db: Database, config: Config, day: string): DemoTools {
  const partnership = () => readPartnership(db.read);
  return {
    db,
    config,
    now: () => atNine(day),
    partnership,
    calendar: async () => (await partnership()).calendar,
    say: createSay('plain'),
  };
}

function makeIds({ organisations, people, serviceChanges }: Demo): DemoIds {
  const idsOf = (list: { key: string }[]) => new Map(list.map(each => [each.key, randomId()]));
  const homes = new Map(people.map(person => [person.key, person.organisation]));
  return {
    organisations: idsOf(organisations),
    people: idsOf(people),
    serviceChanges: idsOf(serviceChanges),
    homeOf: key => homes.get(key) ?? '',
  };
}

async function loadPartnership(db: Database, content: Demo, ids: DemoIds, today: string): Promise<void> {
  const { partnership, glossary, closingDays, organisations, people } = content;
  const created = atNine(Temporal.PlainDate.from(today).subtract({ years: 1 }).toString()).toString();
  await savePartnership(db.write, {
    name: partnership.name,
    strapline: partnership.strapline,
    help_phone: partnership.helpPhone,
    help_hours: partnership.helpHours,
    help_email: partnership.helpEmail,
    post_address: partnership.postAddress,
    urgent_words: partnership.urgentWords,
    child_phone: partnership.childPhone,
    privacy_words: partnership.privacyWords,
    strong_colour: partnership.strongColour,
    charter: JSON.stringify(presetOf(partnership.charter)),
  });
  await insertRows(db.write, 'closing_days', closingDays);
  await insertRows(
    db.write,
    'organisations',
    organisations.map(({ key, name, kind }) => ({
      id: ids.organisations.get(key) ?? '',
      name,
      kind,
      created_at: created,
    })),
  );
  await insertRows(
    db.write,
    'people',
    people.map(({ key, organisation, name, email, post }) => ({
      id: ids.people.get(key) ?? '',
      organisation_id: ids.organisations.get(organisation) ?? '',
      name,
      email,
      post,
      created_at: created,
      ended_at: null,
    })),
  );
  const grants = people.flatMap(({ key, roles }) =>
    roles.map(role => ({ person_id: ids.people.get(key) ?? '', role })),
  );
  await insertRows(
    db.write,
    'grants',
    grants.map(grant => ({ ...grant, granted_by: null, granted_at: created })),
  );
  const added_by = ids.people.get('administrator') ?? '';
  await insertRows(
    db.write,
    'glossary',
    glossary.map(word => ({ ...word, id: randomId(), added_at: created, added_by })),
  );
}
