import type { Kysely } from 'kysely';
import { act } from '../audit/act.ts';
import type { Db } from '../db/dialect.ts';
import type { Schema } from '../db/schema.ts';
import { missingFiles } from '../media/shown.ts';
import type { Who } from '../people/roles.ts';
import { readBlocks, type Block } from '../word-reasons/blocks.ts';
import { keepReasons, type Reasons } from '../word-reasons/keep.ts';
import { standsInTheWay } from './change-rules.ts';
import { readDefinition, type Definition } from './definition.ts';
import { isNewVersion, lockVersions } from './lock-versions.ts';
import { publishedVersions, publishSurveyVersion } from './queries.ts';
import { VersionIsGone } from './save-survey.ts';

/** Publishing was refused: `why` says what stands in the way, `words` which words need a reason. Nothing was changed. */
export class NotReady extends Error {
  readonly why: string[];
  readonly words: Block[];
  constructor(why: string[], words: Block[]) {
    super('The new version cannot be published yet.');
    this.why = why;
    this.words = words;
  }
}

/**
 * Puts a new version in the place of the one that families answer. The words of the consultation's page stay as they
 * were published. `reasons` say why words stay that would stop it. Throws NotReady and VersionIsGone.
 */
export function publishVersion(
  db: Kysely<Schema>,
  who: Pick<Who, 'id'>,
  given: { consultationId: string; versionId: string; reasons?: Reasons },
  now: Temporal.Instant,
): Promise<void> {
  const subject = { kind: 'consultation', id: given.consultationId };
  return act(db, { person: who, act: 'publish a new version of the survey', subject, now }, async tx => {
    const { latest, closed } = await lockVersions(tx, given.consultationId, now);
    if (latest?.id !== given.versionId || !isNewVersion(latest) || closed) throw new VersionIsGone();
    const published = await publishedVersions(tx, given.consultationId);
    const definition = readDefinition(latest.definition);
    const before = published.map(each => readDefinition(each.definition));
    const why = await missingFromVersion(tx, given.consultationId, definition, before);
    const at = now.toString({ smallestUnit: 'millisecond' });
    const { open } = await readBlocks(tx, given.consultationId, { survey: definition });
    const words = await keepReasons(tx, who, { reasons: {}, ...given, blocks: open }, at);
    if (why.length + words.length > 0) throw new NotReady(why, words);
    await publishSurveyVersion(tx, latest.id, at);
  });
}

/** What stands in the way of publishing a new version, but for its words. `published`: the versions before it, newest first. */
export const missingFromVersion = async (
  db: Db,
  consultationId: string,
  definition: Definition,
  published: readonly Definition[],
): Promise<string[]> => [
  ...standsInTheWay(definition, published),
  ...(await missingFiles(db, consultationId, definition)),
];
