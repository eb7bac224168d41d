/** How a question is asked, in English, and how many answers it offers. */
import { advice, opening, type Said } from './finding-rules.ts';

/** A statement is answered by agreeing or not; the others are questions. */
export function checkAsking(ask: string, isStatement: boolean): Said[] {
  const own = ask.slice(0, LONGEST).replace(QUOTED, '');
  const found = [twoInOne(own), leading(own), isStatement ? negative(own) : negativeQuestion(own)];
  return found.filter(each => each !== null);
}

// No question is longer once it is saved; what is typed may be anything.
const LONGEST = 1000;

// What is asked about may be quoted; how it is put is not the officer's to change.
const QUOTED = /‘[^’]{15,}’(?=\s|$)|“[^”]+”/g;

const QUESTION_WORDS = 'how|what|when|where|which|who|why|do|does|did|is|are|was|were|can|could|would|should|will';
const RATED =
  'accessible|affordable|calm|caring|clean|clear|comfortable|easy|fair|fast|friendly|fun|good|happy|healthy|helpful|honest|kind|nearby|polite|quick|quiet|relevant|respectful|safe|short|simple|understanding|useful|warm|welcoming';
const TWO = [
  new RegExp(`\\s+and\\s+(?:${QUESTION_WORDS})\\s+(?:\\p{L}+\\s+)*?(?:you|your|they|it|we|this|that)\\b[^?]*\\?`, 'iu'),
  new RegExp(`\\b(?:${RATED}) and (?:${RATED})\\b`, 'i'),
  // Each half says of something what it is; 'who are disabled and …' only says whom it is about.
  /(?<!\b(?:who|that|which)\s)\b(?:is|are|was|were)\s+(?:\p{L}+\s+){1,3}?and\s+(?!what|which|who|how)(?:\p{L}+\s+){0,3}?(?:is|are|was|were)\b/iu,
  /\?[^?]*\b(?:if so|if not|and|also)\b[^?]*\?/i,
];

function twoInOne(ask: string): Said | null {
  if (!TWO.some(pattern => pattern.test(ask))) return null;
  return advice('two in one', ask, `“${opening(ask)}” asks two things.`, 'Ask one of them here, and the other next.');
}

const LEADING = [
  /\b(?:do|would|don['’]?t|wouldn['’]?t) you (?:not )?(?:also )?(?:agree|think|feel|accept) that\b/i,
  /(?<=,\s*)(?:do|don['’]?t|would|wouldn['’]?t) you (?:not )?agree\?$/i,
  /^(?:do|would|are|is|should|could|have|has)n['’]t\b/i,
  /\b(?:isn['’]t it|aren['’]t they|don['’]t you|, right)\?$/i,
  /\b(?:surely|obviously|clearly|of course|as (?:you|we all) know|everybody knows|everyone knows)\b/i,
  /\bhow (?:great|excellent|brilliant|wonderful|amazing|fantastic|outstanding|terrible|awful|bad|poor)\b/i,
  /\bour (?:great|excellent|brilliant|wonderful|amazing|fantastic|outstanding|improved|popular|award-winning)\b/i,
];

function leading(ask: string): Said | null {
  const words = LEADING.map(pattern => pattern.exec(ask)?.[0]).find(each => each !== undefined);
  if (words === undefined) return null;
  return advice('leading', ask, `“${words}” leads to an answer.`, 'Ask so that no answer is the expected one.');
}

const NOT = /\b(?:not|never|no|nobody|none|nothing|cannot)\b|n['’]t\b/i;

function negative(ask: string): Said | null {
  if (!NOT.test(ask)) return null;
  const wrong = `It is hard to disagree with “${opening(ask)}”.`;
  return advice('negative', ask, wrong, 'Say it without ‘not’: people then know what agreeing means.');
}

// 'Why not?' and 'What did not go well?' are clear; 'Should we not close it?' is answered yes by both sides.
const ASKED_WITH_NOT =
  /^(?:do|does|did|is|are|was|were|should|would|could|can|will|have|has)\b[^?]{0,40}?\b(?:not|never)\b/i;

function negativeQuestion(ask: string): Said | null {
  if (!ASKED_WITH_NOT.test(ask)) return null;
  return advice('negative', ask, `“${opening(ask)}” can be answered yes by both sides.`, 'Ask it without ‘not’.');
}

export const MOST_OPTIONS = 7;

export const checkOptions = (words: readonly string[]): Said[] =>
  words.length <= MOST_OPTIONS
    ? []
    : [
        advice(
          'many options',
          words.join('\n'),
          `It offers ${words.length} answers.`,
          `Offer ${MOST_OPTIONS} at most: put like things together, or ask two questions.`,
        ),
      ];
