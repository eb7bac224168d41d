/** English that is harder than it has to be. Each check would rather miss something than cry wolf. */
import { sentencesOf } from '../plain-rules.ts';
import { advice, opening, type Said } from './finding-rules.ts';

export const checkStyle = (text: string): Said[] => sentencesOf(text).flatMap(sentence => checkSentence(sentence));

const checkSentence = (sentence: string): Said[] =>
  [passive(sentence), clickHere(sentence), bareNumber(sentence)].filter(each => each !== null);

const IRREGULAR =
  'built|brought|chosen|cut|done|found|given|heard|held|kept|known|led|made|paid|put|run|seen|sent|set|shown|sold|spent|taken|taught|told|written';

// What looks like it, and tells how somebody feels or how something is.
const ADJECTIVES = new Set(
  'allowed based bored called closed concerned confused connected crowded delayed delighted disabled disappointed divided excited excluded experienced finished fixed frightened interested involved isolated limited located married mixed needed overwhelmed pleased prepared qualified related relaxed required retired scared settled supposed surprised tired trained used wanted worried'.split(
    ' ',
  ),
);

const PASSIVE = new RegExp(
  `\\b(?:is|are|was|were|be|been|being)\\s+(?:not\\s+|also\\s+|often\\s+|[a-z]+ly\\s+)?([a-z]{2,}ed|${IRREGULAR})\\b`,
  'i',
);

// Of what nobody does, nobody can be said to do it: ‘nothing is decided yet’.
const NOBODY = /^(?:nothing|nobody|no one|none)\b/i;

/** Who does it is not said: ‘a decision will be made’. With ‘by’ somebody, it is only the wrong way round. */
function passive(sentence: string): Said | null {
  const isPassive = (clause: string) => {
    const participle = PASSIVE.exec(clause)?.[1]?.toLowerCase();
    return participle !== undefined && !ADJECTIVES.has(participle) && !NOBODY.test(clause);
  };
  const clause = clausesOf(sentence).find(isPassive);
  if (clause === undefined) return null;
  const wrong = `“${opening(clause)}” does not begin with who does it.`;
  return advice('passive', sentence, wrong, 'Say who does what: ‘we decide’, not ‘it is decided’.');
}

/** The parts of a sentence that could stand alone. */
const clausesOf = (sentence: string): string[] => sentence.split(/(?:[,;:]\s+(?:(?:and|but|so|or)\s+)?|\s[–—]\s)/);

const CLICK = /\b(?:click|tap)\s+(?:here|on|below|above|the\s+(?:link|button))\b|\bread more here\b/i;

function clickHere(sentence: string): Said | null {
  const [words] = CLICK.exec(sentence) ?? [];
  if (!words) return null;
  return advice('click here', words, `“${words}” says nothing on paper, nor read aloud.`, 'Say what is there instead.');
}

const PERCENTAGE = /\d+(?:\.\d+)?\s?(?:%|per ?cent\b)/i;
const PEOPLE =
  /\b(?:people|persons?|parents?|carers?|famil(?:y|ies)|child(?:ren)?|young|pupils?|students?|respondents?|answers?|of (?:you|us|those|them))\b/i;
const COUNTED = /\d[\d,]*\s+(?:of|out of|in)\s+(?:the\s+|all\s+)?\d/i;

function bareNumber(sentence: string): Said | null {
  const [words] = PERCENTAGE.exec(sentence) ?? [];
  if (!words || !PEOPLE.test(sentence) || COUNTED.test(sentence)) return null;
  return advice('bare number', sentence, `“${words}” does not say how many people.`, 'Write ‘12 of 40 people (30%)’.');
}
