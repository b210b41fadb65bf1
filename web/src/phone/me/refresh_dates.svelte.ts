import { answer, api } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import type { RefreshDates } from '../../api/refresh_types.ts';
import { t } from '../../lib/texts.svelte.ts';
import { tell } from '../frame/notice.svelte.ts';
import { running } from '../running.ts';
import { troubleText } from '../sign_in/trouble.ts';

/** A learner's own dates as the server has them, and what is wrong with the last one asked for. */
export class OwnDates {
  kept: RefreshDates | null = $state.raw(null);
  problem = $state('');
  busy = $state(false);

  async read(): Promise<void> {
    const found = await answer(api.GET('/api/v1/me/refresh-dates')).catch(() => null);
    this.problem = found === null ? t('refresh_dates:later') : '';
    this.kept = found ?? this.kept;
  }

  async choose(topic: string, before: string): Promise<void> {
    const body = { topic, before };
    await this.#change(
      () => answer(api.PUT('/api/v1/me/refresh-dates', { body })),
      () => tell(t('refresh_dates:kept', { topic })),
    );
  }

  async remove(id: number): Promise<void> {
    const gone = this.kept?.items.find((one) => one.id === id);
    if (gone === undefined) return;
    const { topic, before } = gone;
    const params = { path: { date_id: id } };
    await this.#change(
      () => answer(api.DELETE('/api/v1/me/refresh-dates/{date_id}', { params })),
      () => tell(t('refresh_dates:removed', { topic }), () => void this.choose(topic, before)),
    );
  }

  async #change(send: () => Promise<RefreshDates>, done: () => void): Promise<void> {
    if (this.busy) return;
    [this.busy, this.problem] = [true, ''];
    try {
      this.kept = await send();
      done();
      // What is for today may have become more, or less.
      void running().loop.now();
    } catch (error) {
      this.problem = (error instanceof Problem && error.errors[0]?.message) || troubleText(error);
    } finally {
      this.busy = false;
    }
  }
}
