import { expect, test } from 'vitest';
import { parseRoute } from './routes.svelte.ts';

test('the part behind the # names the screen', () => {
  expect(parseRoute('#/find').screen).toBe('find');
});

test('a link in a mail brings its token along', () => {
  const route = parseRoute('#/welcome?token=a-b_c');
  expect(route.screen).toBe('welcome');
  expect(route.query.get('token')).toBe('a-b_c');
});

test('anything unknown is today', () => {
  expect(['', '#', '#/elsewhere'].map((hash) => parseRoute(hash).screen)).toEqual(['today', 'today', 'today']);
});
