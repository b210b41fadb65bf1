import { expect, test } from 'vitest';
import { neighbour, wishOf } from './keys.ts';

const press = { key: 'a', ctrlKey: false, metaKey: false, altKey: false, target: null };

test('a letter asks for something, unless it is typed or belongs to the browser', () => {
  expect(wishOf(press)).toBe('accept');
  expect(wishOf({ ...press, key: 'x' })).toBeNull();
  expect(wishOf({ ...press, ctrlKey: true })).toBeNull();
  const field = { closest: () => ({}) } as unknown as EventTarget;
  expect(wishOf({ ...press, target: field })).toBeNull();
});

test('walking stops at the ends and begins at the first', () => {
  expect(neighbour([5, 4, 3], 4, 1)).toBe(3);
  expect(neighbour([5, 4, 3], 3, 1)).toBe(3);
  expect(neighbour([5, 4, 3], 5, -1)).toBe(5);
  expect(neighbour([5, 4, 3], 9, 1)).toBe(5);
  expect(neighbour([], 9, 1)).toBeUndefined();
});
