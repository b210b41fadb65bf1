import { expect, test } from 'vitest';

import { addressOf, apiQuery, questionIn } from './question.ts';

function asked(query: string) {
  return questionIn(new URLSearchParams(query));
}

test('without anything asked it is recall by week over twelve weeks of all campaigns', () => {
  expect(asked('')).toEqual({ by: 'week', campaign: 0, period: '12', from: '', until: '' });
});

test('a page passed on by its address asks the same', () => {
  const question = asked('by=topic&campaign=3&period=own&from=2026-10-01&until=2026-10-31');
  expect(asked(addressOf(question).split('?')[1] ?? '')).toEqual(question);
});

test('nonsense in the address falls back instead of reaching the server', () => {
  expect(asked('by=person&campaign=-2&period=9&from=yesterday')).toEqual(asked(''));
});

test('four weeks are this one and three whole weeks before', () => {
  expect(apiQuery(asked('period=4'), '2026-11-22')).toEqual({ by: 'week', from: '2026-10-26' });
  expect(apiQuery(asked('period=4'), '2026-11-23')).toEqual({ by: 'week', from: '2026-11-02' });
});

test('a period of all time sends no dates, an own one only those chosen', () => {
  expect(apiQuery(asked('period=all&campaign=3'), '2026-11-22')).toEqual({ by: 'week', campaign_id: 3 });
  expect(apiQuery(asked('period=own&from=2026-10-01'), '2026-11-22')).toEqual({
    by: 'week',
    from: '2026-10-01',
  });
});
