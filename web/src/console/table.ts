import type { Language } from '../api/types.ts';
import { tag } from '../lib/dates.ts';

export type Value = string | number | null;

export interface Column<Row> {
  key: string;
  label: string;
  /** What the column sorts by; without it the column has no sorting. */
  value?: (row: Row) => Value;
  /** Numbers stand right, under each other. */
  number?: boolean;
}

export interface Order {
  key: string;
  down: boolean;
}

/** The rows in order of one column; empty values last in both directions, equal ones as they were. */
export function inOrder<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  order: Order | null,
  language: Language,
): Row[] {
  const value = columns.find((column) => column.key === order?.key)?.value;
  if (!order || !value) return [...rows];
  const { compare } = new Intl.Collator(tag(language), { numeric: true, sensitivity: 'base' });
  const turn = order.down ? -1 : 1;
  return [...rows].sort((left, right) => {
    const [a, b] = [value(left), value(right)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (typeof a === 'number' && typeof b === 'number') return turn * (a - b);
    return turn * compare(String(a), String(b));
  });
}

/** A first tap sorts upwards, a second downwards. */
export function nextOrder(order: Order | null, key: string): Order {
  return { key, down: order?.key === key && !order.down };
}

/** Whether every word of the query occurs in the text, whatever its case or accents. */
export function holds(text: string, query: string): boolean {
  const plainText = plain(text);
  return plain(query)
    .split(/\s+/)
    .every((word) => plainText.includes(word));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
