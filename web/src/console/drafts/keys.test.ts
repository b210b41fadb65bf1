import { describe, expect, test } from 'vitest';

import { progressOf, wishOf } from './keys.ts';

const pressed = { ctrlKey: false, metaKey: false, altKey: false, repeat: false, target: null };

describe('keys over drafts', () => {
  test('keep, edit, drop and undo', () => {
    expect(['k', 'e', 'd', 'u', 'x'].map((key) => wishOf({ ...pressed, key }))).toEqual([
      'keep', 'edit', 'drop', 'undo', null,
    ]);
  });

  test('a key held down decides nothing, and a shortcut of the browser stays its own', () => {
    expect(wishOf({ ...pressed, key: 'k', repeat: true })).toBeNull();
    expect(wishOf({ ...pressed, key: 'd', ctrlKey: true })).toBeNull();
  });

  test('in a field a letter is a letter', () => {
    const field = { closest: () => ({}) } as unknown as EventTarget;
    expect(wishOf({ ...pressed, key: 'k', target: field })).toBeNull();
  });
});

test('progress counts what was kept and dropped over all files', () => {
  const files = [
    { file_name: 'a', open: 28, kept: 9, dropped: 1 },
    { file_name: 'b', open: 0, kept: 0, dropped: 2 },
  ];
  expect(progressOf(files)).toEqual({ done: 12, all: 40 });
  expect(progressOf([])).toEqual({ done: 0, all: 0 });
});
