interface Notice {
  text: string;
  /** A way back, offered as a button until the next notice. */
  undo?: () => Promise<void>;
}

let current = $state.raw<Notice | null>(null);

const SECONDS = 8;

/** The one line at the foot of the screen. */
export function notice(): Notice | null {
  return current;
}

/** A notice with a way back waits for the reader; one that only confirms goes by itself. */
export function tell(text: string, undo?: () => Promise<void>): void {
  const next: Notice = undo === undefined ? { text } : { text, undo };
  current = next;
  if (undo === undefined) {
    setTimeout(() => {
      if (current === next) current = null;
    }, SECONDS * 1000);
  }
}

export function closeNotice(): void {
  current = null;
}
