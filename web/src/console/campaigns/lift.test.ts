import { describe, expect, it } from 'vitest';
import { liftText } from './lift.ts';

describe('a lift in points', () => {
  it('says whether it went up or down', () => {
    expect(liftText(0.324, 'en')).toBe('+32');
    expect(liftText(-0.05, 'nl')).toBe('-5');
  });

  it('has no sign where nothing changed', () => {
    expect(liftText(0.001, 'nl')).toBe('0');
    expect(liftText(-0.001, 'en')).toBe('0');
  });
});
