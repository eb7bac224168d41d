import { copyMedia, findMany } from '../media/queries.ts';
import { mediaIn } from '../media/media-rules.ts';
import type { Db } from '../db/dialect.ts';
import { randomId } from '../db/ids.ts';
import type { Consultation } from '../db/schema.ts';
import { readDefinition, type Definition } from '../surveys/definition.ts';
import { latestVersion, listConsultationPeople, replaceConsultationPeople } from './queries.ts';

/**
 * Gives a new consultation the people, the questions and their files of another one. What families wrote, whom they
 * are, dates, outcomes and the team stay behind.
 */
export async function copyFrom(tx: Db, other: Consultation, made: Consultation): Promise<Definition | null> {
  const people = await listConsultationPeople(tx, other.id);
  const rows = people.map(person => ({ ...person, id: randomId(), consultation_id: made.id }));
  await replaceConsultationPeople(tx, made.id, rows);
  const version = await latestVersion(tx, other.id);
  return version ? readDefinition(await withCopiedFiles(tx, version.definition, other, made)) : null;
}

async function withCopiedFiles(tx: Db, json: string, other: Consultation, made: Consultation): Promise<string> {
  let definition = json;
  for (const file of await findMany(tx, other.id, mediaIn(JSON.parse(json)))) {
    const id = randomId();
    await copyMedia(tx, file, {
      ...file,
      id,
      consultation_id: made.id,
      made_at: made.created_at,
      made_by: made.created_by,
    });
    definition = definition.replaceAll(JSON.stringify(file.id), JSON.stringify(id));
  }
  return definition;
}
