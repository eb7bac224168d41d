import type { Database } from '../db/dialect.ts';
import { randomId } from '../db/ids.ts';
import type { Kept } from './answer-rows.ts';
import type { DemoConsultation } from './content/index.ts';
import { atNine } from './ids.ts';
import { insertRows } from './queries.ts';

type Reading = { consultationId: string; who: { id: string }; responses: readonly Kept[] };

/** What the team found in the answers: themes with their marks, and concerns. Gives the themes' ids by key. */
export async function loadReading(db: Database, given: DemoConsultation, story: Reading): Promise<Map<string, string>> {
  await loadConcerns(db, given, story);
  return loadThemes(db, given, story);
}

async function loadThemes(
  db: Database,
  { themes, profile, plan }: DemoConsultation,
  story: Reading,
): Promise<Map<string, string>> {
  const ids = new Map(themes.map(theme => [theme.key, randomId()]));
  const at = atNine(plan.closesOn)
    .add({ hours: 24 * 8 })
    .toString();
  const rows = themes.map(({ key, name, summary }, position) => ({
    id: ids.get(key) ?? '',
    consultation_id: story.consultationId,
    position,
    name,
    summary,
    created_at: at,
    created_by: story.who.id,
  }));
  await insertRows(db.write, 'themes', rows);
  const themesOf = new Map(
    Object.entries(profile.answers).flatMap(([question, given]) =>
      'comments' in given ? given.comments.map(each => [`${question}/${each.key}`, each.themes ?? []] as const) : [],
    ),
  );
  const marks = story.responses.flatMap(response =>
    Object.entries(response.comments).flatMap(([question, key]) =>
      (themesOf.get(`${question}/${key}`) ?? []).map(theme => ({
        theme_id: ids.get(theme) ?? '',
        response_id: response.id,
        question,
        marked_at: at,
        marked_by: story.who.id,
      })),
    ),
  );
  await insertRows(db.write, 'marks', marks);
  return ids;
}

async function loadConcerns(db: Database, { concerns }: DemoConsultation, story: Reading): Promise<void> {
  const rows = concerns.flatMap(({ comment, note, raisedOn }) => {
    const response = findComment(story.responses, comment);
    if (!response) return [];
    return {
      id: randomId(),
      consultation_id: story.consultationId,
      response_id: response.id,
      question: comment.split('/')[0] ?? '',
      note,
      raised_at: atNine(raisedOn).toString(),
      raised_by: story.who.id,
      seen_at: null,
      seen_by: null,
    };
  });
  await insertRows(db.write, 'concerns', rows);
}

/** The response behind a comment that is written `q5/drivers-1`. */
export function findComment(responses: readonly Kept[], comment: string): Kept | undefined {
  const [question = '', key] = comment.split('/');
  return responses.find(response => response.comments[question] === key);
}
