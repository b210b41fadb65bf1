import { expect, test } from 'vitest';

import { csvFile, fileName } from './download.ts';

test('a downloaded set opens in Excel with its accents', async () => {
  const bytes = new Uint8Array(await csvFile('vraag\ngeïnfecteerd').arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test.each([
  ['AVG: wat mag er/niet?', 'AVG wat mag er niet'],
  ['Één set', 'Één set'],
  ['???', 'set'],
])('%s is saved as %s', (title, name) => expect(fileName(title)).toBe(name));
