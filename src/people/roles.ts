export const roles = ['administrator', 'officer', 'forum member', 'board member'] as const;
export type Role = (typeof roles)[number];

/** Somebody who is signed in. */
export type Who = { id: string; name: string; organisationId: string; roles: readonly Role[] };

export function isRole(word: string): word is Role {
  return (roles as readonly string[]).includes(word);
}

export function hasAny(who: Who, wanted: readonly Role[]): boolean {
  return wanted.some(role => who.roles.includes(role));
}

/** Where somebody starts after signing in. */
export function homeOf(who: Who): string {
  if (hasAny(who, ['officer'])) return '/desk';
  if (hasAny(who, ['administrator'])) return '/admin';
  return hasAny(who, ['board member']) ? '/board' : '/forum';
}
