import type { Definition } from '../../surveys/definition.ts';
import type { Deps } from '../../web/deps.ts';
import { one, readDate, type FieldErrors, type Typed } from '../../web/forms.ts';
import { printable, type OfferedEdition } from '../../surveys/offered-editions.ts';
import type { Entry } from '../entry-rules.ts';
import type { About } from './about-rules.ts';
import { errorsBy, namesOf, typingFields, type TypingField } from './form-view.ts';
import { channelNames, channels } from './form-rules.ts';
import type { Desk } from './load.ts';
import { readPosted, type Posted } from './posted-rules.ts';

/** What a paper's form asks, whether it is typed in or put right. */
export type FormView = {
  about: About;
  channels: { value: string; label: string }[];
  editions: OfferedEdition[];
  fields: TypingField[];
  /** Questions whose answers are not kept, as the path leads past them, and the ids that say so. */
  left: string[];
  leaving: string;
};

/** A survey as a paper asks it. */
export type Questions = { definition: Definition; entries: readonly Entry[] };

export function readPaperForm(deps: Deps, { dates }: Desk, { definition, entries }: Questions, typed: Typed): Posted {
  const about = {
    channel: one(typed, 'channel'),
    received: readDate(typed, 'received'),
    edition: one(typed, 'edition'),
  };
  const editions = printable(definition, deps.say).map(each => each.value);
  return readPosted(typed, about, { definition, entries, dates, editions, today: deps.today() });
}

/** What has to be mended, under the ids of the fields and in their order. */
export const problemsOf = ({ entries }: Questions, { checked, errors, isEmpty }: Posted, deps: Deps): FieldErrors => ({
  ...(isEmpty
    ? { channel: 'Nothing is filled in yet. Type in at least one answer, or tick ‘Could not read it’.' }
    : {}),
  ...(checked.ok ? {} : checked.errors),
  ...errorsBy(entries, errors, deps.say),
});

/** The questions that the path leads past have been shown, and 'Save' was pressed once more. */
export const hasSeenLeft = ({ left }: Posted, typed: Typed): boolean => left.join() === one(typed, 'leaving');

/** The form with what was typed; `posted` when it was sent and has to be looked at again. */
export function formView(
  { definition, entries }: Questions,
  { about, typed, posted }: { about: About; typed: Typed; posted?: Posted },
  deps: Deps,
): FormView {
  const left = posted?.left ?? [];
  return {
    about,
    channels: channels.map(value => ({ value, label: channelNames[value] })),
    editions: printable(definition, deps.say),
    fields: typingFields(entries, typed, posted?.errors ?? new Map(), deps.say),
    left: namesOf(entries, left),
    leaving: left.join(),
  };
}
