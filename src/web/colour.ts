/** Contrast of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, 1.4.3). */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** A light ground of a colour: one part in ten on white. */
export function tintOf(colour: string): string {
  const parts = channels(colour).map(part => Math.round(255 - (255 - part) * 0.1));
  return '#' + parts.map(part => part.toString(16).padStart(2, '0')).join('');
}

function channels(colour: string): number[] {
  return [1, 3, 5].map(place => parseInt(colour.slice(place, place + 2), 16));
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map(part => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
