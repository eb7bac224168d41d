import { z } from 'zod';

// A charter is data: partnerships differ in their rungs, clocks and forums. Each picks one preset and may edit it.

const id = z.string().regex(/^[a-z][a-z0-9-]*$/);
const words = z.string().trim().min(1).max(400);

/** One rung of the ladder (or spectrum) of participation; `meaning` is what the public reads about it. */
const rungSchema = z.strictObject({ id, name: words, meaning: words });

/**
 * One commitment in the project's own plain sentence. `id` is the number of the promise (`W13`), `source` a short
 * pointer to the place in the charter that it comes from.
 */
const commitmentSchema = z.strictObject({
  id: z.string().regex(/^[A-Z]\d{2}$/),
  group: words,
  name: words,
  words,
  source: words,
});

/** Days that the charter allows. `source` says which of them the charter names and which are only suggested. */
const clocksSchema = z.strictObject({
  acknowledgementWorkingDays: z.int().min(1).max(60),
  papersDays: z.int().min(0).max(60),
  source: words,
});

/** Who decides and who takes part when the work is about everyone, one service or one person. */
const scopeSchema = z.strictObject({
  id: z.enum(['strategic', 'service', 'individual']),
  name: words,
  meaning: words,
  whoDecides: words,
  whoTakesPart: words,
});

/** A group that stands for families or young people, by a general name: 'the parent carer forum'. */
const forumSchema = z.strictObject({ id, name: words, speaksFor: words });

/** The whole charter; the last check refuses a number or a name that stands twice. */
export const charterSchema = z
  .strictObject({
    id,
    name: words,
    source: words,
    rungs: z.array(rungSchema).min(2).max(10),
    commitments: z.array(commitmentSchema).min(1).max(100),
    clocks: clocksSchema,
    scopes: z.array(scopeSchema).min(1).max(3),
    forums: z.array(forumSchema).min(1).max(10),
  })
  .refine(charter => [charter.rungs, charter.commitments, charter.scopes, charter.forums].every(isUnique), {
    error: 'Something in this charter stands twice',
  });

export type Charter = z.infer<typeof charterSchema>;
export type Rung = Charter['rungs'][number];
export type Commitment = Charter['commitments'][number];
export type CharterScope = Charter['scopes'][number];
export type ScopeId = CharterScope['id'];

/** The rung with this id; undefined when the charter has none, for one that was edited away since. */
export const rungOf = (charter: Charter, rung: string): Rung | undefined => charter.rungs.find(({ id }) => id === rung);

/** A charter from the JSON text in which it is kept. Throws a SyntaxError or a ZodError when it is not one. */
export const parseCharter = (json: string): Charter => charterSchema.parse(JSON.parse(json));

function isUnique(rows: { id: string }[]): boolean {
  return new Set(rows.map(row => row.id)).size === rows.length;
}
