/** Questions from elsewhere, at the end of those that are here. */
import { freshId, inListOf } from './builder-rules.ts';
import { everyQuestion } from './compare.ts';
import type { AboutYou, Definition, Question } from './definition.ts';
import { withoutDangling, withRulesRenamed } from './routing.ts';

export const asksWho = ({ questions }: Definition): boolean => questions.some(each => each.kind === 'who-is-answering');

/**
 * The survey with those questions at its end whose ids it does not have; its own stay as they are. Who is answering is
 * asked once, so a second one is left out, and what rules say of it.
 */
export function withAtEnd(current: Definition, brought: Definition): Definition {
  const known = new Set(everyQuestion(current).map(each => each.id));
  const isOnce = asksWho(current);
  const isNew = ({ id, kind }: Question) => !known.has(id) && !(isOnce && kind === 'who-is-answering');
  const whole: Definition = { ...current, questions: [...current.questions, ...brought.questions.filter(isNew)] };
  const more = brought.about?.questions.filter(isNew) ?? [];
  // An empty survey has no words of its own to keep.
  if (current.questions.length === 0 && brought.editions) whole.editions = { ...brought.editions, ...current.editions };
  if (brought.about && more.length > 0)
    whole.about = withMore(current.about ?? { ...brought.about, questions: [] }, more);
  return withoutDangling(whole).definition;
}

const withMore = (about: AboutYou, more: Question[]): AboutYou => ({
  ...about,
  questions: [...about.questions, ...more],
});

/** The same survey under ids that none of these has used, wherever one of them has. */
export function withFreshIds(definition: Definition, taken: readonly Definition[]): Definition {
  const used = new Set(taken.flatMap(each => everyQuestion(each).map(({ id }) => id)));
  return everyQuestion(definition)
    .filter(({ id }) => used.has(id))
    .reduce((before, { id }) => renamed(before, id, freshId([before, ...taken])), definition);
}

function renamed(definition: Definition, was: string, now: string): Definition {
  const { about, ...rest } = inListOf(withRulesRenamed(definition, was, now), was, list =>
    list.map(each => (each.id === was ? { ...each, id: now } : each)),
  );
  if (!about) return rest;
  const breakdown = definition.about?.breakdown === was ? now : definition.about?.breakdown;
  return { ...rest, about: { ...about, ...(breakdown ? { breakdown } : {}) } };
}
