import type { Charter } from '../charter.ts';
import { warwickshire } from './warwickshire.ts';
import { worcestershire } from './worcestershire.ts';

export { warwickshire, worcestershire };

/** The charters that ship, the suggested one first. A partnership picks one and may edit its wording. */
export const presets: Charter[] = [worcestershire, warwickshire];

/** The preset with this id, or undefined. */
export const presetOf = (id: string): Charter | undefined => presets.find(preset => preset.id === id);
