import type { Db } from '../db/dialect.ts';
import { compare, sampleOf } from '../paper/typing/check-rules.ts';
import type { Definition } from '../surveys/definition.ts';
import type { Kept } from './answer-rows.ts';
import { countable } from '../paper/events/count-rules.ts';
import { randomId } from '../db/ids.ts';
import { asked } from '../surveys/pages.ts';
import { insertRows } from './queries.ts';

type Given = {
  consultationId: string;
  team: readonly string[];
  survey: Definition;
  responses: readonly Kept[];
  isOpen: boolean;
};

/** What did not come online was typed in by the team in turn. Where it is open, two of them typed one paper, not quite alike. */
export async function loadTyping(db: Db, { consultationId, team, survey, responses, isOpen }: Given): Promise<void> {
  const [one = '', other = one] = team;
  // In the order in which a sample of the papers is drawn, so that it holds some of each.
  const placeOf = ({ channel, id }: Kept) => `${channel} ${id}`;
  const typed = responses
    .filter(({ channel }) => channel !== 'online')
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const rows = typed.map(({ id }, at) => ({
    response_id: id,
    consultation_id: consultationId,
    typed_by: at % 2 === 0 ? one : other,
    unreadable: '[]',
  }));
  await insertRows(db, 'typed_responses', rows);
  const [paper] = sampleOf(typed.filter(({ channel }) => channel === 'paper'));
  if (!paper || !isOpen || one === other) return;
  const [question] = Object.keys(paper.answers).slice(1);
  const answers = Object.fromEntries(Object.entries(paper.answers).filter(([id]) => id !== question));
  const second = { answers, unreadable: question ? [question] : [] };
  const { compared, differing } = compare(survey, { answers: paper.answers, unreadable: [] }, second);
  const first = rows.find(row => row.response_id === paper.id)?.typed_by;
  await insertRows(db, 'typed_checks', [
    {
      response_id: paper.id,
      typed_by: first === one ? other : one,
      answers: JSON.stringify(answers),
      unreadable: JSON.stringify(second.unreadable),
      compared,
      differed: differing.length,
      settled_at: null,
      settled_by: null,
    },
  ]);
}

/** A board with dots at a coffee morning, for one question that could be chosen from. */
export async function loadEvent(
  db: Db,
  { consultationId, person, survey, on }: { consultationId: string; person: string; survey: Definition; on: string },
): Promise<void> {
  const [question] = countable(asked(survey), key => key).filter(({ options }) =>
    options.some(each => each.id === 'a'),
  );
  if (!question) return;
  const id = randomId();
  const row = { name: 'Coffee morning', place: 'Fernwick library', held_on: on, created_by: person };
  await insertRows(db, 'events', [{ id, consultation_id: consultationId, ...row }]);
  const counts = question.options.map((option, at) => ({
    event_id: id,
    question: question.id,
    option: option.id,
    count: 6 + ((at * 5) % 13),
  }));
  await insertRows(db, 'event_counts', counts);
}
