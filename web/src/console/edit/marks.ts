/** A piece of a text; `only` where the other text does not have it. */
export interface Piece {
  text: string;
  only: boolean;
}

const MOST_WORDS = 600;

/** Both texts in pieces, so that what differs can be marked. */
export function marked(one: string, other: string): [Piece[], Piece[]] {
  const [left, right] = [words(one), words(other)];
  if (left.length > MOST_WORDS || right.length > MOST_WORDS) {
    const differs = one !== other;
    return [[{ text: one, only: differs }], [{ text: other, only: differs }]];
  }
  const [inLeft, inRight] = shared(left, right);
  return [joined(left, inLeft), joined(right, inRight)];
}

function words(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
}

/** The places of the longest run of words, in order, that both texts have. */
function shared(left: string[], right: string[]): [Set<number>, Set<number>] {
  const lengths = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1));
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let row = left.length - 1; row >= 0; row -= 1) {
    const line = lengths[row] as Uint16Array;
    for (let column = right.length - 1; column >= 0; column -= 1) {
      line[column] =
        left[row] === right[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const [inLeft, inRight] = [new Set<number>(), new Set<number>()];
  for (let row = 0, column = 0; row < left.length && column < right.length; ) {
    if (left[row] === right[column]) {
      inLeft.add(row++);
      inRight.add(column++);
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return [inLeft, inRight];
}

function joined(parts: string[], common: Set<number>): Piece[] {
  const pieces: Piece[] = [];
  for (const [at, text] of parts.entries()) {
    const only = !common.has(at);
    const last = pieces.at(-1);
    if (last?.only === only) last.text += text;
    else pieces.push({ text, only });
  }
  return pieces;
}
