/** One short message at a time, with an undo while there is something to undo. */
interface Notice {
  text: string;
  undo: (() => void) | null;
}

const SHOWN_MS = 6_000;

let current: Notice | null = $state.raw(null);
let timer: ReturnType<typeof setTimeout> | undefined;

export function notice(): Notice | null {
  return current;
}

/** Shows a message for six seconds; its undo stays reachable elsewhere on the screen. */
export function tell(text: string, undo: (() => void) | null = null): void {
  clearTimeout(timer);
  current = { text, undo };
  timer = setTimeout(hush, SHOWN_MS);
}

export function hush(): void {
  clearTimeout(timer);
  current = null;
}
