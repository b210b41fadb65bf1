/** What a key asks of the editor as a whole. */
export type Wish = 'next' | 'save' | 'undo' | 'redo' | 'up' | 'down' | 'search' | 'help';

export interface Press {
  key: string;
  ctrl: boolean;
  alt: boolean;
  shift: boolean;
  /** The focus is in a field where letters are typed. */
  typing: boolean;
}

export function pressOf(event: KeyboardEvent): Press {
  const { key, altKey: alt, shiftKey: shift } = event;
  const target = event.target instanceof HTMLElement ? event.target : null;
  const typing = target?.closest('input:not([type="checkbox"], [type="radio"]), textarea, select') != null;
  return { key, ctrl: event.ctrlKey || event.metaKey, alt, shift, typing };
}

export function wishOf({ key, ctrl, alt, shift, typing }: Press): Wish | null {
  if (ctrl && !alt) {
    if (key === 'Enter') return 'next';
    if (key.toLowerCase() === 's') return 'save';
    if (key.toLowerCase() === 'z') return shift ? 'redo' : 'undo';
    return key.toLowerCase() === 'y' ? 'redo' : null;
  }
  if (alt && !ctrl) return key === 'ArrowUp' ? 'up' : key === 'ArrowDown' ? 'down' : null;
  if (typing) return null;
  if (key === '/') return 'search';
  return key === '?' ? 'help' : null;
}

/** Rows of a spreadsheet: several lines, and a tab between cells. */
export function looksLikeRows(text: string): boolean {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.filter((line) => line.includes('\t')).length > 1;
}
