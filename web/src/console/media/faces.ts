import type { Face, Media, MediaFile, Place } from '../../api/types.ts';

/** Files that one face has room for. */
export const MOST_MEDIA = 4;

/** A file that was just taken in, as a face names it; its words are still to be written. */
export function placed({ file, type, bytes, width, height, seconds }: MediaFile, place: Place): Media {
  return {
    file,
    type,
    place,
    alt: '',
    bytes,
    ...(width !== null && { width }),
    ...(height !== null && { height }),
    ...(seconds !== null && { seconds }),
  };
}

/** Whether two wordings show the same, in the same order and with the same words. */
export function showsTheSame(one: Face | undefined, other: Face | undefined): boolean {
  return JSON.stringify(told(one)) === JSON.stringify(told(other));
}

function told(face: Face | undefined): string[][] {
  return (face?.media ?? []).map(({ file, place, alt }) => [file, place, alt]);
}
