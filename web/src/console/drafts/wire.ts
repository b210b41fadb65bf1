import type { Face } from '../../api/types.ts';

export const draftStates = ['open', 'kept', 'dropped'] as const;
export type DraftState = (typeof draftStates)[number];
export type Why = 'question' | 'definition' | 'number' | 'row' | 'steps' | 'point' | 'writer';

/** A card that course material suggests, with the words it comes from. */
export interface CardDraft {
  id: number;
  file_name: string;
  place: { kind: 'slide' | 'page' | 'section'; number: number; text: string };
  face: Face;
  topic: string;
  quote: string;
  why: Why;
  /** The model that wrote it; empty where the material did. */
  origin: string;
  state: DraftState;
  card_id: number | null;
  decided_by: { id: number; name: string } | null;
  decided_at: string | null;
}

export interface DraftFile {
  file_name: string;
  open: number;
  kept: number;
  dropped: number;
}

/** A service outside that may write cards. */
export interface Writer {
  host: string;
  model: string;
}

export interface DraftPage {
  items: CardDraft[];
  next: string | null;
  files: DraftFile[];
  writer: Writer | null;
}

/** What came of a file. */
export interface MaterialReport {
  created: number;
  known: number;
  problems: { where: string; message: string }[];
}
