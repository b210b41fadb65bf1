/** What a key press asks for on the review screen. */
export type Wish =
  | { do: 'undo' | 'on' | 'sure' | 'unsure' }
  | { do: 'number'; key: string };

export interface Press {
  key: string;
  shift: boolean;
  /** With Ctrl, Alt or Meta: meant for the browser. */
  modified: boolean;
  /** Where the focus is: in a field, on something that takes Enter and Space itself, or elsewhere. */
  on: 'field' | 'control' | 'page';
}

/** The wish behind a key press, or null when the key is not for the review screen. */
export function wishOf(press: Press): Wish | null {
  if (press.modified) return null;
  if (press.key === 'Enter' && press.on !== 'control') return { do: press.shift ? 'unsure' : 'sure' };
  if (press.on === 'field') return null;
  if (press.key === ' ' && press.on === 'page') return { do: 'on' };
  if (press.key.toLowerCase() === 'u') return { do: 'undo' };
  return /^[1-9]$/.test(press.key) ? { do: 'number', key: press.key } : null;
}

/** The press that a keyboard event was. */
export function pressOf(event: KeyboardEvent): Press {
  const target = event.target instanceof Element ? event.target : null;
  const field = target?.closest('input:not([type="radio"], [type="checkbox"]), textarea, select');
  const control = target?.closest('button, a, summary, audio, video');
  return {
    key: event.key,
    shift: event.shiftKey,
    modified: event.ctrlKey || event.altKey || event.metaKey,
    on: field ? 'field' : control ? 'control' : 'page',
  };
}
