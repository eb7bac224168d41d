import { formatShortDay } from '../calendar/london.ts';
import { listed, lowered } from '../words/phrase-rules.ts';

/** What the audit trail keeps of one act. */
export type Detail = Readonly<Record<string, string | number>>;

/** `names`: of people, by id. `onTeam`: whoever reads it may open what the team alone may. */
type Given = { today: string; names: ReadonlyMap<string, string>; onTeam: boolean };

/** What somebody did, as a sentence goes on behind their name, and where it can be seen: behind the consultation's address. */
export type Told = { words: string; path: string };

/** One act of the audit trail in words, as far as it says what was done. */
export function tell(act: string, detail: Detail, given: Given): Told {
  const told = acts[act] ?? [act, ''];
  const [words, path] = typeof told === 'function' ? told(detail, given) : told;
  return { words, path: given.onTeam || !forTheTeam.has(path) ? path : '' };
}

export const isTold = (act: string): boolean => act in acts;

const forTheTeam = new Set(['/answers', '/events', '/outcomes', '/typing', '/unusual']);

type Line = readonly [words: string, path: string];

const dateNames: Record<string, string> = {
  opens_on: 'the opening date',
  closes_on: 'the closing date',
  outcome_on: 'the date for what was decided',
};

const dayIn = (day: string | number | undefined, today: string) =>
  day ? ` to ${formatShortDay(String(day), today)}` : '';

const ofQuestion = ({ question }: Detail) => (question ? ` ‘${question}’` : '');

const edits: Record<string, (detail: Detail) => string> = {
  added: detail => (detail['question'] ? `added the question${ofQuestion(detail)}` : 'added a question'),
  removed: detail => (detail['question'] ? `removed the question${ofQuestion(detail)}` : 'removed a question'),
  changed: detail => (detail['question'] ? `changed the question${ofQuestion(detail)}` : 'changed a question'),
  edition: detail => `changed other editions of${ofQuestion(detail) || ' a question'}`,
  moved: () => 'put the questions in another order',
};

const event =
  (did: string) =>
  (detail: Detail): Line => [`${did} from the event ‘${detail['event']}’`, '/events'];

const plain: Record<string, Line> = {
  'create consultation': ['began this consultation', ''],
  'edit people': ['changed who is involved', '/people'],
  'say why words stay': ['said why words stay as they are', ''],
  'give late reason': ['said why a promise is late', ''],
  'read addresses for post and phone': ['opened the list for post and phone', ''],
  'begin a new version of the survey': ['began a new version of the questions', '/survey'],
  'discard a new version of the survey': ['discarded a new version of the questions', '/survey'],
  'publish a new version of the survey': ['published a new version of the questions', '/survey'],
  'undo a change of the survey': ['undid a change of the questions', '/survey'],
  'redo a change of the survey': ['did a change of the questions again', '/survey'],
  'add outcome': ['wrote an entry of what was decided', '/outcomes'],
  'edit outcome': ['changed an entry of what was decided', '/outcomes'],
  'move outcome': ['put the entries of what was decided in another order', '/outcomes'],
  'remove outcome': ['removed an entry of what was decided', '/outcomes'],
  'change published outcome': ['changed what was published as decided', '/outcomes'],
  'add quote': ['chose a quote', '/outcomes'],
  'remove quote': ['took a quote out', '/outcomes'],
  'type in answers': ['typed in somebody’s answers', '/typing'],
  'type a paper again': ['typed a paper a second time', '/typing'],
  'settle a paper typed twice': ['settled a paper that was typed twice', '/typing'],
  'correct typed answers': ['put typed answers right', '/typing'],
  'ask to set an answer aside': ['asked to set an answer aside', '/unusual'],
  'set an answer aside': ['set an answer aside', '/unusual'],
  'keep an answer in the counts': ['kept an answer in the counts', '/unusual'],
  'repair tallies': ['put the counts right', '/answers'],
};

const files = Object.fromEntries(
  ['picture', 'video', 'audio'].flatMap((kind): [string, Line][] => {
    const name = kind === 'audio' ? 'recording' : kind;
    return [
      [`add ${kind}`, [`added a ${name}`, '/media']],
      [`change words of ${kind}`, [`changed the words of a ${name}`, '/media']],
      [`remove ${kind}`, [`removed a ${name}`, '/media']],
    ];
  }),
);

const acts: Record<string, Line | ((detail: Detail, given: Given) => Line)> = {
  ...plain,
  ...files,
  'edit plan': (detail, { today }) => [
    detail['changed'] === '' ? 'saved the plan as it was' : `changed ${planParts(detail, today)}`,
    '/plan',
  ],
  'edit survey': detail => [edits[detail['did'] ?? '']?.(detail) ?? 'changed the questions', '/survey'],
  'write the survey as a definition': ({ brought }) => [
    brought ? `brought in ${lowered(String(brought))}` : 'put a whole survey in the place of the questions',
    '/survey',
  ],
  'publish consultation': ({ version }) => [
    Number(version) > 1 ? 'published changed words' : 'published it',
    '/preview',
  ],
  'move date': ({ which, to }, { today }) => [
    `moved ${dateNames[which ?? ''] ?? 'a date'}${dayIn(to, today)}`,
    '/dates',
  ],
  'add to team': ({ person }, { names }) => [
    `put ${names.get(String(person)) ?? 'somebody'} on the team`,
    '/people#team',
  ],
  'take off team': ({ person }, { names }) => [
    `took ${names.get(String(person)) ?? 'somebody'} off the team`,
    '/people#team',
  ],
  'add counts from an event': event('added counts'),
  'change counts from an event': event('changed counts'),
  'delete counts from an event': ({ event: name }) => [`deleted the counts from the event ‘${name}’`, '/events'],
  acknowledge: ({ mailed = 0, listed = 0 }) => [
    `replied to everybody: ${mailed} by email, ${listed} by post or phone`,
    '/acknowledgement',
  ],
  'publish outcomes': ({ version }) => [
    Number(version) > 1 ? 'published changed outcomes' : 'published what was decided',
    '/outcomes',
  ],
};

const MOST_PARTS = 3;

function planParts(detail: Detail, today: string): string {
  const parts = String(detail['changed'] ?? '')
    .split(' ')
    .filter(Boolean);
  const named = parts.flatMap(part =>
    dateNames[part] ? `${dateNames[part]}${dayIn(detail[part], today)}` : (partNames[part] ?? []),
  );
  if (named.length === 0 || named.length > MOST_PARTS) return 'the plan';
  return listed(named);
}

const partNames: Record<string, string> = {
  title: 'the title',
  purpose: 'what it is for',
  background: 'the background',
  can_change: 'what can change',
  cannot_change: 'what cannot change',
  level: 'the level of participation',
  level_reason: 'the reason for the level',
  scope: 'what it is about',
  who_decides: 'who decides',
  confidentiality: 'who sees the answers',
  confidentiality_words: 'the sentence on who sees the answers',
  audience: 'who it is for',
  minutes: 'how long answering takes',
  key_contact_name: 'the key contact',
  key_contact_email: 'the key contact’s email address',
  key_contact_phone: 'the key contact’s phone number',
  retention_months: 'how long answers are kept',
  safeguarding_name: 'the safeguarding lead',
  safeguarding_email: 'the safeguarding lead’s email address',
  content_warning: 'what may be hard to read about',
  support_links: 'where to find support',
  exit_address: 'where ‘Exit this page’ leads',
};
