import type { CharterScope } from '../charter.ts';

// The three scopes follow Warwickshire's charter. Worcestershire's names none, so it borrows them: every consultation
// has to say who makes the decision.

/** Who decides and who takes part: about everyone, about one service, about one person. */
export const scopes: CharterScope[] = [
  {
    id: 'strategic',
    name: 'Strategic',
    meaning: 'The plans, rules and money that affect services for everyone.',
    whoDecides: 'The council or the NHS decides, whichever the law makes responsible.',
    whoTakesPart:
      'The parent carer forum and the young people’s forum take part as partners. They can ask others to join.',
  },
  {
    id: 'service',
    name: 'Service',
    meaning: 'How one service works for the people who use it.',
    whoDecides: 'The people who run the service decide, within the law and the agreed plans.',
    whoTakesPart: 'People who use the service now, or did not long ago, with a link to both forums.',
  },
  {
    id: 'individual',
    name: 'Individual',
    meaning: 'The plan and the support of one child or young person.',
    whoDecides: 'The council or the NHS makes the decisions that the law gives it.',
    whoTakesPart: 'The child or young person and their family.',
  },
];
