import { answer, api } from '../../api/client.ts';
import type { RecallQuery } from '../insight/api.ts';
import type { CalibrationAnswer, CohortBy, CohortsAnswer, ForecastAnswer, ModelCheck } from './wire.ts';

type Period = Omit<RecallQuery, 'by'>;

export function readCalibration(query: Period): Promise<CalibrationAnswer> {
  return answer(api.GET('/api/v1/insight/calibration', { params: { query } }));
}

export function readModelCheck(): Promise<ModelCheck> {
  return answer(api.GET('/api/v1/insight/model-check'));
}

export function readForecast(query: Pick<Period, 'campaign_id'>): Promise<ForecastAnswer> {
  return answer(api.GET('/api/v1/insight/forecast', { params: { query } }));
}

export function readCohorts(query: { by: CohortBy; campaign_id?: number }): Promise<CohortsAnswer> {
  return answer(api.GET('/api/v1/insight/forecast/cohorts', { params: { query } }));
}
