import type { Media } from '../../api/types.ts';

export type MediaKind = 'picture' | 'sound' | 'film';

export function kindOf({ type }: Pick<Media, 'type'>): MediaKind {
  if (type.startsWith('audio/')) return 'sound';
  return type.startsWith('video/') ? 'film' : 'picture';
}

/** A size as people read it: "0,4 MB". */
export function sizeText(bytes: number, language: string): string {
  const written = { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language, written).format(Math.max(bytes / 1_000_000, 0.1));
}
