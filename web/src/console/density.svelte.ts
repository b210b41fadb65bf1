export type Density = 'roomy' | 'dense';

const KEY = 'beklijf.density';

let current = $state<Density>(localStorage.getItem(KEY) === 'dense' ? 'dense' : 'roomy');

/** How close the rows of every table stand; kept on this device. */
export function density(): Density {
  return current;
}

export function chooseDensity(next: Density): void {
  localStorage.setItem(KEY, next);
  current = next;
}
