const SAME = [
  '€ euro euros eur',
  '% procent percent',
  's sec seconde seconden second seconds',
  'min minuut minuten minute minutes',
  'u uur uren h hour hours',
  'dag dagen day days',
  'week weken weeks',
  'maand maanden month months',
  'jaar jaren year years',
  'mm millimeter',
  'cm centimeter',
  'm meter meters metre metres',
  'km kilometer',
  'kg kilo kilogram',
  'keer maal times',
  'persoon personen person people',
].map((line) => line.split(' '));
const FIRST = new Map(SAME.flatMap((names) => names.map((name) => [name, names[0]])));

/** Whether two units mean the same. No unit at all goes with any: the prompt names it. */
export function sameUnit(one: string, other: string): boolean {
  if (one === '' || other === '') return true;
  return (FIRST.get(one) ?? one) === (FIRST.get(other) ?? other);
}
