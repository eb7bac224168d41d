import type { Chance } from '../src/demo/chance.ts';
import type { Definition, Question } from '../src/surveys/definition.ts';
import type { Answers } from '../src/surveys/kinds/kind.ts';

const topics = ['short breaks', 'transport', 'school places', 'health visits', 'the annual review', 'moving on'];
const letters = ['a', 'b', 'c', 'd', 'e'];

const aboutTopic = (topic: string, at: number): Question[] => [
  {
    id: `q${at * 2 + 2}`,
    kind: 'choose-one',
    ask: `How often did you use ${topic} in the last year?`,
    options: ['Never', 'Once', 'A few times', 'Every month', 'Every week'].map((words, place) => ({
      id: letters[place] ?? '',
      words,
    })),
    notSure: true,
  },
  { id: `q${at * 2 + 3}`, kind: 'agreement', ask: `I know whom to ask about ${topic}.` },
];

const helps = (id: string, ask: string): Question => ({
  id,
  kind: 'choose-many',
  ask,
  hint: 'Choose all that apply.',
  options: ['More weekends', 'Places nearer home', 'A person to ring', 'Plain letters', 'Something else'].map(
    (words, place) => ({ id: letters[place] ?? '', words }),
  ),
});

/** Eighteen questions, and the one about quoting: a long survey, as partnerships write them. */
export const survey: Definition = {
  format: 1,
  questions: [
    { id: 'q1', kind: 'who-is-answering', ask: 'Who is answering?' },
    ...topics.flatMap(aboutTopic),
    helps('q14', 'What would help you most?'),
    helps('q15', 'What would help other families?'),
    {
      id: 'q16',
      kind: 'number',
      ask: 'How many meetings with the SENCO did you go to in the last year?',
      bins: [0, 1, 3, 6],
    },
    { id: 'q17', kind: 'long-text', ask: 'What works well?', limit: 3000 },
    { id: 'q18', kind: 'long-text', ask: 'What should we change first?', limit: 3000 },
  ],
};

const words =
  'We asked three times and nobody rang us back. When the same person stayed for a year it all went much better, and my child knew her.';

/** Somebody's answers, the same each time for the same chance: most questions answered, one in ten skipped. */
export function someAnswers(chance: Chance): Answers {
  const answers = Object.fromEntries(survey.questions.map(question => [question.id, answerTo(question, chance)]));
  return { ...answers, quote: chance.next() < 0.5 ? 'yes' : 'no' };
}

function answerTo(question: Question, { next }: Chance): Answers[string] {
  if (next() < 0.1) return null;
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? '';
  if (question.kind === 'who-is-answering') return pick(['parent', 'young', 'together', 'helped', 'professional']);
  if (question.kind === 'agreement') return pick(['1', '2', '3', '4', '5']);
  if (question.kind === 'choose-many') return letters.filter((_, at) => at === 0 || next() < 0.4);
  if (question.kind === 'number') return Math.floor(next() * 12);
  if (question.kind === 'long-text') return next() < 0.5 ? words.slice(0, Math.floor(next() * words.length) + 1) : null;
  return pick(letters);
}
