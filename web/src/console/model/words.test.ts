import { describe, expect, it } from 'vitest';

import { loss, reason } from './words.ts';

describe('what is said of a set', () => {
  it('shows a loss to the decimals that count', () => {
    expect(loss(0.43519, 'nl')).toBe('0,4352');
    expect(loss(0.4, 'en')).toBe('0.4000');
    expect(loss(null, 'nl')).toBe('–');
  });

  it('knows each verdict, and says something of one that a newer server gives', () => {
    expect(reason('chance')).toBe('chance');
    expect(reason('unfit')).toBe('unfit');
    expect(reason('something new')).toBe('other');
  });
});
