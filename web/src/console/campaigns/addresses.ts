/** A person to invite, as read from the pasted text; `line` counts from 1. */
export interface Invitee {
  line: number;
  email: string;
  name?: string;
}

export type FaultReason = 'no_address' | 'bad_address' | 'twice';

/** Something in the pasted text that will not be sent, with the words that caused it. */
export interface Fault {
  line: number;
  text: string;
  reason: FaultReason;
}

export interface Column {
  people: Invitee[];
  faults: Fault[];
}

const LONGEST_ADDRESS = 254;
const ADDRESS = /^[^\s@<>"(),;:\\]+@[^\s@.<>"(),;:\\]+(\.[^\s@.<>"(),;:\\]+)+$/;
const HEADER = /^(e-?mail.*|mail|.*adres|.*address|.*naam|.*name)$/i;

/**
 * Reads whatever people paste: one address a line, lists with commas or semicolons,
 * `Name <a@b>` as mail programs write it, or rows out of a spreadsheet with a name beside the
 * address. A header row is passed over. Each address is kept once, in the order given.
 */
export function readAddresses(text: string): Column {
  const column: Column = { people: [], faults: [] };
  const seen = new Set<string>();
  const lines = text.split(/\r\n|\r|\n/);
  const first = lines.findIndex((line) => line.trim() !== '');
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '' || (at === first && isHeader(line))) continue;
    for (const found of readLine(line, at + 1)) keep(found, column, seen);
  }
  return column;
}

function isHeader(line: string): boolean {
  return !line.includes('@') && fields(line).some((field) => HEADER.test(field));
}

function keep(found: Invitee | Fault, column: Column, seen: Set<string>): void {
  if ('reason' in found) {
    column.faults.push(found);
    return;
  }
  const key = found.email.toLowerCase();
  if (seen.has(key)) {
    column.faults.push({ line: found.line, text: found.email, reason: 'twice' });
    return;
  }
  seen.add(key);
  column.people.push(found);
}

function readLine(text: string, line: number): (Invitee | Fault)[] {
  const found: (Invitee | Fault)[] = [];
  let names: string[] = [];
  for (const field of fields(text)) {
    const bracketed = /^(.*?)<([^<>]*)>\s*$/.exec(field);
    if (bracketed) {
      found.push(person(line, bracketed[2] ?? '', mailName(names, bracketed[1] ?? '')));
      names = [];
      continue;
    }
    const words = field.split(/\s+/).filter(Boolean);
    names.push(words.filter((word) => !word.includes('@')).join(' '));
    for (const word of words.filter((each) => each.includes('@'))) {
      found.push(person(line, word, joined(names)));
      names = [];
    }
  }
  return withRest(found, joined(names), text, line);
}

/** A name after the address belongs to it when it has none: `a@b;Fatima;El Amrani`. */
function withRest(
  found: (Invitee | Fault)[],
  rest: string,
  text: string,
  line: number,
): (Invitee | Fault)[] {
  const last = found.at(-1);
  if (!last) return [{ line, text: text.trim(), reason: 'no_address' }];
  if (rest && !('reason' in last) && !last.name) last.name = rest;
  return found;
}

function person(line: number, raw: string, name: string): Invitee | Fault {
  const email = raw.trim().replace(/^mailto:/i, '').replace(/^['"(]+|['").]+$/g, '');
  const good = ADDRESS.test(email) && email.length <= LONGEST_ADDRESS;
  if (!good) return { line, text: raw.trim() || name, reason: 'bad_address' };
  return name ? { line, email, name } : { line, email };
}

/** Mail programs write `"Jansen, Piet" <piet@…>`, quoted or not: the surname goes behind. */
function mailName(before: string[], own: string): string {
  const parts = unquote(own.trim()).split(',');
  return joined([...parts.reverse(), ...before]);
}

function joined(parts: string[]): string {
  return parts
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' ');
}

/** Cuts at comma, semicolon or tab, but not inside quotes or angle brackets. */
function fields(line: string): string[] {
  const parts = line.match(/(?:"[^"]*"|<[^<>]*>|[^,;\t])+/g) ?? [];
  return parts.map((part) => unquote(part.trim())).filter(Boolean);
}

function unquote(text: string): string {
  const inner = /^"(.*)"$/.exec(text.trim());
  return (inner?.[1] ?? text).trim();
}

/** The server takes at most so many people at once. */
export function inBatches<Item>(items: Item[], size = 1000): Item[][] {
  const batches: Item[][] = [];
  for (let at = 0; at < items.length; at += size) batches.push(items.slice(at, at + size));
  return batches;
}
