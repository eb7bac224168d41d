/** A scale as an officer writes it, in English: each point in words, as many for as against. */
import { block, type Said } from './finding-rules.ts';

type Side = 'for' | 'against' | 'middle';

const MIDDLE =
  /\b(?:neither|neutral|ok|okay|mixed|average|unsure|sometimes|in between|in the middle|no change|the same|so-so|some of the time|not sure|a bit of both|undecided|fair|half)\b/i;
const AGAINST =
  /\b(?:disagree|dissatisfied|unhappy|unhelpful|unlikely|unclear|unsafe|unfair|unimportant|bad|badly|poor|poorly|sad|hard|difficult|worse|worst|worried|angry|upset|never|rarely|seldom|hardly|slow|low|weak|terrible|awful|no|not|too little|nobody|cross|annoyed|dislike|hate)\b/i;
const FOR =
  /\b(?:agree|satisfied|happy|helpful|likely|clear|safe|fair|important|good|well|great|excellent|easy|better|best|always|often|usually|mostly|very|quick|fast|high|strong|yes|love|like|liked|calm|fine|pleased|brilliant|fantastic|wonderful)\b/i;

/** Which side a point is on; null where these words do not tell, as in other languages. */
function sideOf(point: string): Side | null {
  if (MIDDLE.test(point)) return 'middle';
  if (AGAINST.test(point)) return 'against';
  return FOR.test(point) ? 'for' : null;
}

const isLabelled = (point: string): boolean => /\p{L}{2}/u.test(point);

/** The points from one end to the other; none for the usual ones, which are balanced. Labels count in every language. */
export function checkScale(points: readonly string[], isEnglish: boolean): Said[] {
  const words = points.join(' / ');
  const bare = points.filter(each => !isLabelled(each));
  if (bare.length > 0) {
    const wrong = `The point “${bare[0]}” has no words.`;
    return [block('unlabelled scale', words, wrong, 'Say in words what each point means.')];
  }
  const sides = points.map(sideOf);
  if (!isEnglish || sides.includes(null)) return [];
  const many = (side: Side) => sides.filter(each => each === side).length;
  if (many('for') === many('against')) return [];
  const wrong = `The scale has ${many('for')} points for and ${many('against')} against.`;
  return [block('unbalanced scale', words, wrong, 'Give each side as many points as the other.')];
}
