import { expect, test } from 'vitest';
import { countryName, named } from './countries.ts';

test('a country is called as the language calls it', () => {
  expect(countryName('NL', 'nl')).toBe('Nederland');
  expect(countryName('NL', 'en')).toBe('Netherlands');
});

test('countries stand in the order of their names, not of their letters', () => {
  expect(named(['AT', 'BE', 'EE'], 'nl').map(({ name }) => name)).toEqual(['België', 'Estland', 'Oostenrijk']);
});
