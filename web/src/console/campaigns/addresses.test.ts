import { describe, expect, test } from 'vitest';

import { inBatches, readAddresses } from './addresses.ts';

const fatima = { email: 'fatima@demo.example', name: 'Fatima El Amrani' };

function people(text: string) {
  return readAddresses(text).people.map(({ line: _, ...person }) => person);
}

describe('a pasted column of addresses', () => {
  test('one address a line, whatever ends the lines', () => {
    const emails = people('a@x.nl\r\nb@x.nl\rc@x.nl\nd@x.nl').map((one) => one.email);
    expect(emails).toEqual(['a@x.nl', 'b@x.nl', 'c@x.nl', 'd@x.nl']);
  });

  test('commas, semicolons, tabs and spaces between addresses', () => {
    const emails = people('a@x.nl, b@x.nl; c@x.nl\td@x.nl e@x.nl').map((one) => one.email);
    expect(emails).toEqual(['a@x.nl', 'b@x.nl', 'c@x.nl', 'd@x.nl', 'e@x.nl']);
  });

  test.each([
    'Fatima El Amrani <fatima@demo.example>',
    '"Fatima El Amrani" <fatima@demo.example>;',
    '"El Amrani, Fatima" <fatima@demo.example>',
    'El Amrani, Fatima <fatima@demo.example>',
    'Fatima El Amrani <mailto:fatima@demo.example>',
    'Fatima El Amrani;fatima@demo.example',
    'Fatima\tEl Amrani\tfatima@demo.example',
    'fatima@demo.example,Fatima El Amrani',
    'fatima@demo.example;Fatima;El Amrani',
    'Fatima El Amrani fatima@demo.example',
    '"Fatima El Amrani","fatima@demo.example"',
    'Naam;E-mailadres\nFatima El Amrani;fatima@demo.example',
    '\n\nemail,name\nfatima@demo.example,Fatima El Amrani\n',
  ])('the name is read with the address from %j', (text) => {
    expect(people(text)).toEqual([fatima]);
    expect(readAddresses(text).faults).toEqual([]);
  });

  test('several people with names on one line, as a mail program copies them', () => {
    expect(people('Daan de Wit <daan@x.nl>, "Bos, Noor" <noor@x.nl>; marit@x.nl')).toEqual([
      { email: 'daan@x.nl', name: 'Daan de Wit' },
      { email: 'noor@x.nl', name: 'Noor Bos' },
      { email: 'marit@x.nl' },
    ]);
  });

  test('a line without a usable address is named, and the others stay', () => {
    const column = readAddresses('a@x.nl\nfatima at x.nl\ndaan@x\nnoor@@x.nl\n\nb@x.nl');
    expect(column.people.map((one) => one.line)).toEqual([1, 6]);
    expect(column.faults).toEqual([
      { line: 2, text: 'fatima at x.nl', reason: 'no_address' },
      { line: 3, text: 'daan@x', reason: 'bad_address' },
      { line: 4, text: 'noor@@x.nl', reason: 'bad_address' },
    ]);
  });

  test('somebody pasted twice is invited once', () => {
    const column = readAddresses('fatima@x.nl\nFatima@X.nl');
    expect(column.people).toHaveLength(1);
    expect(column.faults).toEqual([{ line: 2, text: 'Fatima@X.nl', reason: 'twice' }]);
  });

  test('nothing pasted is nobody, without a fault', () => {
    expect(readAddresses(' \n\t\n')).toEqual({ people: [], faults: [] });
  });

  test('five thousand lines are read within a blink', () => {
    const text = Array.from({ length: 5000 }, (_, at) => `Person ${at};p${at}@x.nl`).join('\n');
    expect(readAddresses(text).people).toHaveLength(5000);
  });
});

test('batches keep order and leave nobody out', () => {
  expect(inBatches([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
});
