import { slipsBetween } from './distance.ts';
import { answeredReadings, expectedReading, takeNumbers, withoutDateZeros } from './numerals.ts';
import { sameUnit } from './units.ts';

/** Whether typed text says what is expected; `slip` when a typing error was forgiven. */
export interface Likeness {
  right: boolean;
  slip: boolean;
}

interface Said {
  skeleton: string;
  numerals: string[];
}

const NUMERAL = '0';
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const QUOTES = /[\u2018-\u201f\u2039\u203a\u00ab\u00bb\u2032\u2033\u00b4`"]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
const PUNCTUATION = /[.,;:!?'()[\]]/g;
const QUANTITY = /^([€$£]?) ?0 ?(\p{L}*|[%€])$/u;

const WRONG: Likeness = { right: false, slip: false };
const RIGHT: Likeness = { right: true, slip: false };
const NEARLY: Likeness = { right: true, slip: true };

/** The best that any accepted text makes of what was given. */
export function likeness(given: string, accepted: string[], language: string): Likeness {
  const said = takenApart(given);
  if (said.skeleton === '') return WRONG;
  const found = accepted.map((text) => against(said, takenApart(text), language));
  return found.find((like) => like.right && !like.slip) ?? found.find((like) => like.right) ?? WRONG;
}

/** One spelling for what counts as equal: case, accents, quotes, dashes and spaces. */
export function fold(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(QUOTES, "'")
    .replace(DASHES, '-')
    .toLowerCase()
    .replaceAll('ß', 'ss');
  return plain.normalize('NFD').replace(/\p{Mn}/gu, '').split(/\s+/).filter(Boolean).join(' ');
}

function takenApart(text: string): Said {
  const { rest, numerals } = takeNumbers(withoutDateZeros(fold(text)), NUMERAL);
  return { skeleton: rest, numerals };
}

function against(given: Said, expected: Said, language: string): Likeness {
  const equal = expected.numerals.every((meant, index) =>
    answeredReadings(given.numerals[index] ?? '').has(expectedReading(meant, language)),
  );
  if (given.numerals.length !== expected.numerals.length || !equal) return WRONG;
  const [one, other] = [unit(given), unit(expected)];
  if (one !== null && other !== null && sameUnit(one, other)) return RIGHT;
  return wordsAlike(words(given), words(expected));
}

/** The unit, perhaps empty, when the text is one number with its unit; else null. */
function unit(said: Said): string | null {
  const quantity = QUANTITY.exec(said.skeleton);
  return quantity && (quantity[1] || quantity[2] || '');
}

function words(said: Said): string[] {
  const found = said.skeleton.replace(PUNCTUATION, '').split(' ').filter(Boolean);
  return found.length > 0 ? found : [said.skeleton];
}

function wordsAlike(given: string[], expected: string[]): Likeness {
  if (given.join(' ') === expected.join(' ')) return RIGHT;
  if (joined(given) === joined(expected)) return NEARLY;
  if (given.length !== expected.length) return WRONG;
  const slips = expected.map((word, index) => forgiven(given[index] ?? '', word));
  const total = slips.reduce((sum, count) => sum + count, 0);
  return total <= 2 ? NEARLY : WRONG;
}

function joined(words: string[]): string {
  return words.join('').replaceAll('-', '');
}

/** Slips that turn one word into the other; Infinity when that is beyond forgiving. */
function forgiven(given: string, expected: string): number {
  if (given === expected) return 0;
  if (expected.includes(NUMERAL) || [...given][0] !== [...expected][0]) return Infinity;
  const length = [...expected].length;
  const allowed = length <= 4 ? 0 : length <= 8 ? 1 : 2;
  const slips = slipsBetween(given, expected);
  return slips <= allowed ? slips : Infinity;
}
