interface Notice {
  text: string;
  /** A way back, offered as a button until the next notice. */
  undo?: () => Promise<void>;
}

let current = $state.raw<Notice | null>(null);

/** The one line at the foot of the screen; it waits until it is closed or replaced. */
export function notice(): Notice | null {
  return current;
}

export function tell(text: string, undo?: () => Promise<void>): void {
  current = undo === undefined ? { text } : { text, undo };
}

export function closeNotice(): void {
  current = null;
}
