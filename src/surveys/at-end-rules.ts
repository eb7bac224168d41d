/** Questions from elsewhere, at the end of those that are here. */
import { inListOf } from './builder-rules.ts';
import { everyQuestion } from './compare.ts';
import { nextQuestionId, type AboutYou, type Definition, type Question } from './definition.ts';
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

/** The same survey under ids that are not taken, wherever one of its own is. */
export function withFreshIds(definition: Definition, taken: readonly string[]): Definition {
  const ids = everyQuestion(definition).map(({ id }) => id);
  const all = [...ids, ...taken];
  return ids
    .filter(id => taken.includes(id))
    .reduce((before, id) => {
      const fresh = nextQuestionId(all);
      all.push(fresh);
      return renamed(before, id, fresh);
    }, definition);
}

/** Every id of these, over and over where several have it. */
export const idsIn = (definitions: readonly Definition[]): string[] =>
  definitions.flatMap(each => everyQuestion(each).map(({ id }) => id));

function renamed(definition: Definition, was: string, now: string): Definition {
  const { about, ...rest } = inListOf(withRulesRenamed(definition, was, now), was, list =>
    list.map(each => (each.id === was ? { ...each, id: now } : each)),
  );
  if (!about) return rest;
  const breakdown = definition.about?.breakdown === was ? now : definition.about?.breakdown;
  return { ...rest, about: { ...about, ...(breakdown ? { breakdown } : {}) } };
}
