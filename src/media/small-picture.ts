import sharp from 'sharp';

const LONGEST = 800;
const MOST_PIXELS = 60_000_000;

/** The picture is damaged, or has more pixels than any that a survey needs. */
export class UnreadablePicture extends Error {}

export type SmallPicture = { bytes: Buffer; width: number; height: number };

/**
 * A PNG, JPEG or WebP drawn anew as WebP, the right way up and at most 800 pixels long. Nothing else of it stays: not
 * the place where it was taken, nor the camera. Throws UnreadablePicture.
 */
export async function smallPicture(source: string | Buffer): Promise<SmallPicture> {
  try {
    const { data, info } = await sharp(source, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch (error) {
    throw new UnreadablePicture('A picture could not be read.', { cause: error });
  }
}
