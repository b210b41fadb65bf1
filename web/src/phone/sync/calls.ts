import { answer, api } from '../../api/client.ts';
import type { Outgoing } from './send.ts';

/** The real server behind `sendAll`. */
export const server: Outgoing = {
  async reviews(reviews) {
    // Kept alive, so that answers given just before the app is put away still leave.
    const call = api.POST('/api/v1/reviews', { body: { reviews }, keepalive: true });
    return (await answer(call)).results;
  },
  async takeBack(id) {
    return await answer(api.POST('/api/v1/reviews/{id}/take-back', { params: { path: { id } } }));
  },
  async flag({ card_id, reason, note }) {
    const body = { reason, ...(note && { note }) };
    await answer(api.POST('/api/v1/cards/{id}/flags', { params: { path: { id: card_id } }, body }));
  },
};
