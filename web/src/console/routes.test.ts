import { expect, test } from 'vitest';

import { mayEnter, place, placesFor, routeOf, standing } from './routes.ts';

test('an empty address is home', () => {
  expect(routeOf('').page).toBe('home');
  expect(routeOf('#/').page).toBe('home');
});

test('ids and the query are read out of the address', () => {
  const route = routeOf('#/insight?by=topic&campaign=3');
  expect(route.page).toBe('insight');
  expect(route.query.get('by')).toBe('topic');
  expect(routeOf('#/sets/12/cards/34').ids).toMatchObject({ set: 12, card: 34 });
});

test.each(['#/sets/abc', '#/sets/0', '#/nowhere', '#/sets/1/cards/x'])('%s is lost', (hash) => {
  expect(routeOf(hash).page).toBe('lost');
});

test('"new" is a page of its own and not the id of a campaign', () => {
  expect(routeOf('#/campaigns/new').page).toBe('campaign-new');
});

test('a manager finds the figures but neither sets nor people', () => {
  expect(placesFor('manager')).toEqual(['home', 'insight', 'settings']);
  expect(mayEnter('manager', routeOf('#/sets/1'))).toBe(false);
  expect(placesFor('manager', true)).toContain('inbox');
  expect(mayEnter('manager', routeOf('#/insight'))).toBe(true);
});

test('people are for the admin, and every page hangs in a place of the navigation', () => {
  expect(mayEnter('trainer', routeOf('#/people'))).toBe(false);
  expect(mayEnter('admin', routeOf('#/people'))).toBe(true);
  expect(place(routeOf('#/campaigns/3/invite'))).toBe('campaigns');
  expect(mayEnter('trainer', routeOf('#/settings'))).toBe(true);
  expect(mayEnter('trainer', routeOf('#/settings/operation'))).toBe(false);
});

test('opening a card keeps the reader where they stand, another set does not', () => {
  const set = standing(routeOf('#/sets/1'));
  expect(standing(routeOf('#/sets/1/cards/4'))).toBe(set);
  expect(standing(routeOf('#/sets/2'))).not.toBe(set);
});
