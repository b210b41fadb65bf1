import { expect, test } from 'vitest';
import { mostAhead, mostShown } from './thrift.ts';

test('who saves data gets nothing ahead, and only small files unasked', () => {
  expect(mostAhead({ saveData: true })).toBe(0);
  expect(mostShown({ saveData: true })).toBe(500_000);
});

test('a bundle of data is not spent on what may never be looked at', () => {
  expect(mostAhead({ type: 'cellular' })).toBe(500_000);
  expect(mostAhead({ type: 'cellular' })).toBeLessThan(mostShown({ type: 'cellular' }));
});

test.each([{}, { type: 'wifi' }])('elsewhere everything comes', (network) => {
  expect(mostAhead(network)).toBe(Infinity);
  expect(mostShown(network)).toBe(Infinity);
});
