import { expect, test } from 'vitest';

import { Steps } from './undo.ts';

function desk() {
  const steps = new Steps();
  const at = { text: '', now: 0 };
  function type(next: string, key = 'prompt', pause = 100): void {
    const before = at.text;
    at.text = next;
    at.now += pause;
    steps.did({ undo: () => (at.text = before), redo: () => (at.text = next), key, at: at.now });
  }
  return { steps, at, type };
}

test('letters of one go are undone together, and done again together', () => {
  const { steps, at, type } = desk();
  for (const text of ['W', 'Wi', 'Wie']) type(text);
  steps.undo();
  expect(at.text).toBe('');
  steps.redo();
  expect(at.text).toBe('Wie');
  expect(steps.canRedo).toBe(false);
});

test('a pause or another field begins a new step', () => {
  const { steps, at, type } = desk();
  type('Wie');
  type('Wie?', 'prompt', 5000);
  type('Wie? Ik', 'answer');
  steps.undo();
  expect(at.text).toBe('Wie?');
  steps.undo();
  expect(at.text).toBe('Wie');
});

test('typing after an undo takes the way forward away, and does not melt into what was undone', () => {
  const { steps, at, type } = desk();
  type('Een');
  steps.undo();
  type('Twee');
  expect(steps.redo()).toBe(false);
  steps.undo();
  expect(at.text).toBe('');
  expect(steps.undo()).toBe(false);
});

test('a step done again stands by itself', () => {
  const { steps, at, type } = desk();
  type('Een');
  steps.undo();
  steps.redo();
  type('Een twee');
  steps.undo();
  expect(at.text).toBe('Een');
});
