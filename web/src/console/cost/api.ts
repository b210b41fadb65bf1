import { answer, api } from '../../api/client.ts';
import type { Cost, CostQuery } from './wire.ts';

export function readCost(query: CostQuery): Promise<Cost> {
  return answer(api.GET('/api/v1/campaigns/cost', { params: { query } }));
}
