import { answer, api } from '../../api/client.ts';
import type { ParameterSet, ParameterSets } from './wire.ts';

export function readParameterSets(): Promise<ParameterSets> {
  return answer(api.GET('/api/v1/parameter-sets'));
}

export function adoptSet(id: number): Promise<ParameterSet> {
  const path = { parameter_set_id: id };
  return answer(api.POST('/api/v1/parameter-sets/{parameter_set_id}/adopt', { params: { path } }));
}

export function declineSet(id: number): Promise<ParameterSet> {
  const path = { parameter_set_id: id };
  return answer(api.POST('/api/v1/parameter-sets/{parameter_set_id}/decline', { params: { path } }));
}
