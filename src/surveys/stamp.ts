import { hash } from 'node:crypto';

/** Tells whether a part of a survey is still what a form was filled in for: the same for the same JSON. */
export const stampOf = (part: unknown): string => hash('sha256', JSON.stringify(part), 'base64url').slice(0, 16);

/** Somebody else changed this meanwhile, so that saving would lose what they wrote. Nothing was saved. */
export class ChangedMeanwhile extends Error {}
