import { answer, api } from '../../api/client.ts';
import type { Language, Me } from '../../api/types.ts';
import type { Organisation } from '../wire.ts';

export function readOrganisation(): Promise<Organisation> {
  return answer(api.GET('/api/v1/organisation'));
}

export function changeOrganisation(body: Partial<Omit<Organisation, 'slug'>>): Promise<Organisation> {
  return answer(api.PATCH('/api/v1/organisation', { body }));
}

export async function readCountries(): Promise<string[]> {
  return (await answer(api.GET('/api/v1/countries'))).items;
}

export function changeMe(body: { name: string; language: Language; time_zone: string }): Promise<Me> {
  return answer(api.PATCH('/api/v1/me', { body }));
}
