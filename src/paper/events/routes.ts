import * as z from 'zod';
import { act } from '../../audit/act.ts';
import { randomId } from '../../db/ids.ts';
import type { HeldEvent } from '../../db/schema.ts';
import type { Who } from '../../people/roles.ts';
import { asked } from '../../surveys/pages.ts';
import type { Ctx } from '../../web/context.ts';
import type { Deps } from '../../web/deps.ts';
import { found } from '../../web/errors.ts';
import { day, optional, required } from '../../web/fields.ts';
import { checkForm, one, readDate, readForm, type FieldErrors } from '../../web/forms.ts';
import { page } from '../../web/render.ts';
import { param, type Site } from '../../web/site.ts';
import { loadDesk, type Desk } from '../typing/load.ts';
import { countable, fieldOf, readCounts, type Countable, type EventFigure } from './count-rules.ts';
import { deleteEvent, findEvent, listEventCounts, listEvents, saveEvent } from './queries.ts';
import { eventFigures } from './read.ts';

type Values = { name: string; place: string; held: string; counts: Record<string, string> };

const listPage = page<{ desk: Desk; events: HeldEvent[]; figures: EventFigure[] }>('paper/events');
const eventPage = page<{ desk: Desk; event: string; questions: Countable[]; values: Values; action: string }>(
  'paper/event',
);

const STAFF = ['officer', 'administrator'] as const;
const PATH = '/desk/consultations/:id/events';

const eventForm = z.object({
  name: required('Name the event.'),
  place: optional(),
  held: day('Enter the day of the event.'),
});

/** Counts from events, such as dots on a board: kept apart from answers, and shown beside them. For the team. */
export function registerEventRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, PATH, async (c, who) => {
    const desk = await loadDesk(deps, who, param(c, 'id'));
    const figures = await eventFigures(deps.db.read, desk.id, { t: deps.say, isTeam: true });
    const view = { desk, events: await listEvents(deps.db.read, desk.id), figures };
    return listPage(c, view, { title: `Counts from events: ${desk.head.title}`, area: 'desk' });
  });

  site.get(STAFF, `${PATH}/new`, async (c, who) =>
    showEvent(c, deps, await loadDesk(deps, who, param(c, 'id')), null, { name: '', place: '', held: '', counts: {} }),
  );

  site.post(STAFF, PATH, async (c, who) => keep(c, deps, who, await loadDesk(deps, who, param(c, 'id')), null));

  site.get(STAFF, `${PATH}/:event`, async (c, who) => {
    const { desk, event } = await eventAt(c, deps, who);
    const counts = await listEventCounts(deps.db.read, [event.id]);
    const typed = Object.fromEntries(counts.map(each => [fieldOf(each.question, each.option), String(each.count)]));
    return showEvent(c, deps, desk, event, { ...event, held: event.held_on, counts: typed });
  });

  site.post(STAFF, `${PATH}/:event`, async (c, who) => {
    const { desk, event } = await eventAt(c, deps, who);
    return keep(c, deps, who, desk, event);
  });

  site.post(STAFF, `${PATH}/:event/removal`, async (c, who) => {
    const { desk, event } = await eventAt(c, deps, who);
    await act(deps.db.write, doing(deps, who, desk, 'delete counts from an event', event.name), tx =>
      deleteEvent(tx, event.id),
    );
    return c.redirect(`${desk.base}/events`, 303);
  });
}

async function eventAt(c: Ctx, deps: Deps, who: Who): Promise<{ desk: Desk; event: HeldEvent }> {
  const desk = await loadDesk(deps, who, param(c, 'id'));
  return { desk, event: found(await findEvent(deps.db.read, desk.id, param(c, 'event'))) };
}

const doing = ({ now }: Deps, who: Who, desk: Desk, what: string, name: string) => ({
  person: who,
  act: what,
  subject: { kind: 'consultation', id: desk.id },
  detail: { event: name },
  now: now(),
});

async function keep(c: Ctx, deps: Deps, who: Who, desk: Desk, before: HeldEvent | null): Promise<Response> {
  const typed = await readForm(c);
  const checked = checkForm(eventForm, typed);
  const id = before?.id ?? randomId();
  const { counts, errors } = readCounts(countable(asked(desk.version.definition), deps.say), id, typed);
  const held = readDate(typed, 'held');
  const late = checked.ok && held > deps.today() ? { held: 'The day of the event is still to come.' } : {};
  const faults = { ...(checked.ok ? {} : checked.errors), ...late, ...errors };
  if (!checked.ok || Object.keys(faults).length > 0) {
    const typedCounts = Object.fromEntries(Object.entries(typed).map(([name, values]) => [name, values[0] ?? '']));
    const values = { name: one(typed, 'name'), place: one(typed, 'place'), held, counts: typedCounts };
    return showEvent(c, deps, desk, before, values, faults);
  }
  const { name, place } = checked.value;
  const created = before?.created_by ?? who.id;
  const row = { id, consultation_id: desk.id, name, place, held_on: held, created_by: created };
  const what = before ? 'change counts from an event' : 'add counts from an event';
  await act(deps.db.write, doing(deps, who, desk, what, name), tx => saveEvent(tx, row, counts));
  return c.redirect(`${desk.base}/events`, 303);
}

function showEvent(
  c: Ctx,
  deps: Deps,
  desk: Desk,
  event: HeldEvent | null,
  values: Values,
  errors: FieldErrors = {},
): Promise<Response> {
  const questions = countable(asked(desk.version.definition), deps.say);
  const action = event ? `${desk.base}/events/${event.id}` : `${desk.base}/events`;
  const view = { desk, event: event?.id ?? '', questions, values, action };
  const heading = event ? `Counts from ${event.name}` : 'New counts from an event';
  return eventPage(c, view, { title: `${heading}: ${desk.head.title}`, area: 'desk', errors });
}
