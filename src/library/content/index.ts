import type { Template } from '../library-rules.ts';
import { planReview } from './plan-review.ts';
import { priorities } from './priorities.ts';
import { proposal } from './proposal.ts';
import { service } from './service.ts';
import { youngPeople } from './young-people.ts';

export { equality } from './equality.ts';
export { sets } from './sets.ts';

export const templates: readonly Template[] = [service, proposal, planReview, priorities, youngPeople];
