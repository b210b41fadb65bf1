import { answer, api } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import type { RefreshDate, RefreshDates } from '../../api/types.ts';
import { t } from '../../lib/texts.svelte.ts';
import { tell } from '../frame/notice.svelte.ts';
import { running } from '../running.ts';
import { troubleText } from '../sign_in/trouble.ts';

/** A learner's own dates as the server has them, and what is wrong with the last one asked for. */
export class OwnDates {
  kept: RefreshDates | null = $state.raw(null);
  problem = $state('');

  async read(): Promise<void> {
    this.kept = await answer(api.GET('/api/v1/me/refresh-dates')).catch(() => null);
    if (this.kept === null) this.problem = t('refresh_dates:later');
  }

  async choose(topic: string, before: string): Promise<void> {
    const body = { topic, before };
    await this.#change(
      () => answer(api.PUT('/api/v1/me/refresh-dates', { body })),
      () => tell(t('refresh_dates:kept', { topic })),
    );
  }

  async remove({ id, topic, before }: RefreshDate): Promise<void> {
    const params = { path: { date_id: id } };
    await this.#change(
      () => answer(api.DELETE('/api/v1/me/refresh-dates/{date_id}', { params })),
      () => tell(t('refresh_dates:removed', { topic }), () => void this.choose(topic, before)),
    );
  }

  async #change(send: () => Promise<RefreshDates>, done: () => void): Promise<void> {
    this.problem = '';
    try {
      this.kept = await send();
      done();
      // What is for today may have become more, or less.
      void running().loop.now();
    } catch (error) {
      this.problem = (error instanceof Problem && error.errors[0]?.message) || troubleText(error);
    }
  }
}
