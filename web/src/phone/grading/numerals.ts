/** Numbers in a text by value, in Dutch and English notation; follows the server's rules. */
const NUMBER = /(?:(?<!\S)-)?(?:[0-9]{1,3}(?: [0-9]{3})+(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)*)/g;
const DATE_ZERO =
  /(?<![0-9.,])0(?=[0-9][:/-][0-9]{1,4}(?![0-9]))|(?<=[0-9][:/-])0(?=[0-9](?![0-9]))/g;
const GROUPED: Record<string, RegExp> = {
  '.': /^[1-9][0-9]{0,2}(?:\.[0-9]{3})+$/,
  ',': /^[1-9][0-9]{0,2}(?:,[0-9]{3})+$/,
};

/** A text with every number replaced by `stand`, and those numbers in order. */
export function takeNumbers(text: string, stand: string): { rest: string; numerals: string[] } {
  return { rest: text.replace(NUMBER, stand), numerals: text.match(NUMBER) ?? [] };
}

/** `05-03-2026` as `5-3-2026` and `09:00` as `9:00`: there the zero means nothing. */
export function withoutDateZeros(text: string): string {
  return text.replace(DATE_ZERO, '');
}

/** The one value an author meant. A leading zero makes it a code: digits, not a value. */
export function expectedReading(numeral: string, language: string): string {
  if (/^0[0-9]+$/.test(numeral)) return numeral;
  const found = readings(numeral);
  return found.get(language === 'nl' ? ',' : '.') ?? ([...found.values()][0] as string);
}

/** Every value an answer may mean, and its bare digits for comparison with a code. */
export function answeredReadings(numeral: string): Set<string> {
  return new Set([numeral, ...readings(numeral).values()]);
}

/** Value by the decimal mark it assumes; what is no number stands for itself. */
function readings(numeral: string): Map<string, string> {
  const sign = numeral.startsWith('-') ? '-' : '';
  const digits = numeral.slice(sign.length).replaceAll(' ', '');
  const found = new Map<string, string>();
  for (const [decimal, thousands] of [['.', ','], [',', '.']] as const) {
    const at = digits.indexOf(decimal);
    const whole = at < 0 ? digits : digits.slice(0, at);
    const fraction = at < 0 ? '' : digits.slice(at + 1);
    const grouped = !whole.includes(thousands) || GROUPED[thousands]?.test(whole) === true;
    if (grouped && !/[.,]/.test(fraction)) {
      found.set(decimal, value(sign, whole.replaceAll(thousands, ''), fraction));
    }
  }
  return found.size > 0 ? found : new Map([['', numeral]]);
}

function value(sign: string, whole: string, fraction: string): string {
  const front = whole.replace(/^0+/, '') || '0';
  const back = fraction.replace(/0+$/, '');
  const number = back === '' ? front : `${front}.${back}`;
  return number === '0' ? number : sign + number;
}
