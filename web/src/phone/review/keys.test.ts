import { expect, test } from 'vitest';
import { FOUR, ratingForKey, TWO } from './buttons.ts';
import { wishOf, type Press } from './keys.ts';

function press(key: string, more: Partial<Press> = {}): Press {
  return { key, shift: false, modified: false, on: 'page', ...more };
}

test.each([
  ['space goes on', press(' '), { do: 'on' }],
  ['u takes back', press('u'), { do: 'undo' }],
  ['enter is sure', press('Enter'), { do: 'sure' }],
  ['enter in a field is sure', press('Enter', { on: 'field' }), { do: 'sure' }],
  ['shift and enter is unsure', press('Enter', { shift: true }), { do: 'unsure' }],
  ['a number picks', press('3'), { do: 'number', key: '3' }],
  ['typing stays typing', press('u', { on: 'field' }), null],
  ['a number in a field stays there', press('3', { on: 'field' }), null],
  ['enter on a button presses that button', press('Enter', { on: 'control' }), null],
  ['space on a button presses that button', press(' ', { on: 'control' }), null],
  ['keys of the browser stay its own', press('u', { modified: true }), null],
])('%s', (_name, pressed, wish) => {
  expect(wishOf(pressed)).toEqual(wish);
});

test('number keys follow the buttons on the screen', () => {
  expect(['1', '2', '3'].map((key) => ratingForKey(key, TWO))).toEqual([1, 3, undefined]);
  expect(['1', '2', '3', '4'].map((key) => ratingForKey(key, FOUR))).toEqual([1, 2, 3, 4]);
});
