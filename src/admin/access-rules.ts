import { roles, type Role } from '../people/roles.ts';

/** Whether nobody would be left to look after the site when this person stops being an administrator. */
export function isLastAdministrator(administrators: readonly string[], personId: string): boolean {
  return administrators.includes(personId) && administrators.every(id => id === personId);
}

/** What to give and what to take so that somebody who has `has` has `wanted`. */
export function changesOfRoles(has: readonly Role[], wanted: readonly Role[]): { give: Role[]; take: Role[] } {
  return {
    give: roles.filter(role => wanted.includes(role) && !has.includes(role)),
    take: roles.filter(role => has.includes(role) && !wanted.includes(role)),
  };
}
