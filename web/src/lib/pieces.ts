export interface Piece {
  said: string;
  hit: boolean;
}

/** The text cut at its hits; nothing is lost, whatever the marks are. */
export function pieces(text: string, marks: readonly number[][]): Piece[] {
  const found: Piece[] = [];
  let reached = 0;
  for (const [start = 0, end = 0] of marks) {
    if (start < reached || end <= start || end > text.length) continue;
    if (start > reached) found.push({ said: text.slice(reached, start), hit: false });
    found.push({ said: text.slice(start, end), hit: true });
    reached = end;
  }
  if (reached < text.length) found.push({ said: text.slice(reached), hit: false });
  return found;
}
