import { expect, test } from 'vitest';

import { Problem } from '../api/problem.ts';
import { atFields, kindOf, saidBy } from './problems.ts';

test('no answer at all is told apart from a bad answer', () => {
  expect(kindOf(new TypeError('Failed to fetch'))).toBe('offline');
  expect(kindOf(new Problem(500, '<html>'))).toBe('broken');
  expect(kindOf(new Problem(503, {}))).toBe('busy');
  expect(kindOf(new Error('anything'))).toBe('broken');
});

test('a card set of another firm reads as gone, a closed door as refused', () => {
  expect(kindOf(new Problem(404, {}))).toBe('gone');
  expect(kindOf(new Problem(403, {}))).toBe('refused');
});

test("the server's words are shown where the reader can do something with them", () => {
  expect(saidBy(new Problem(422, { title: 'Fout', detail: 'Vul een titel in.' }))).toBe(
    'Vul een titel in.',
  );
  expect(saidBy(new Problem(500, { detail: 'KeyError' }))).toBeUndefined();
  expect(saidBy(new TypeError('Failed to fetch'))).toBeUndefined();
});

test('an error deeper than a field stands at the field, the nearest one first', () => {
  const sorted = atFields(
    [
      { where: 'card_set_ids.0', message: 'Nog niet uitgebracht' },
      { where: 'course_event.held_on', message: 'Geen datum' },
    ],
    ['card_set_ids', 'course_event', 'course_event.held_on'],
  );
  expect(sorted.at).toEqual({
    card_set_ids: 'Nog niet uitgebracht',
    'course_event.held_on': 'Geen datum',
  });
});

test('an error of no field on the page is kept for the summary', () => {
  const error = { where: 'organisation', message: 'Gesloten' };
  expect(atFields([error], ['title'])).toEqual({ at: {}, rest: [error] });
});

test('a field whose name only begins alike does not take the error', () => {
  const error = { where: 'days_off', message: 'Te veel' };
  expect(atFields([error], ['days']).rest).toEqual([error]);
});
