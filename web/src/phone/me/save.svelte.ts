import { answer, api } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import type { Me, MePatch } from '../../api/types.ts';
import { setLanguage, t } from '../../lib/texts.svelte.ts';
import { tell } from '../frame/notice.svelte.ts';
import { running } from '../running.ts';
import { troubleText } from '../sign_in/trouble.ts';
import { readStore } from '../state.svelte.ts';
import { keep } from '../store/database.ts';

/** Settings that change which cards are for today, or in which words. */
const PLANNED_BY = ['language', 'time_zone', 'working_days', 'cards_per_day', 'pause'];

let problems: Record<string, string> = $state({});

/** What is wrong with one setting, as the server said it. */
export function problemAt(field: keyof Me): string | undefined {
  return problems[field];
}

/** Saves settings at once; says so, or says at the field what is wrong. */
export async function save(patch: MePatch): Promise<void> {
  problems = {};
  try {
    const me = await answer(api.PATCH('/api/v1/me', { body: patch }));
    const { db, loop } = running();
    await keep(db, 'me', me);
    await readStore(db);
    await setLanguage(me.language);
    tell(t('settings:me.saved'));
    if (Object.keys(patch).some((name) => PLANNED_BY.includes(name))) void loop.now();
  } catch (error) {
    const [field = ''] = Object.keys(patch);
    const errors = error instanceof Problem ? error.errors : [];
    problems = Object.fromEntries(errors.map(({ where, message }) => [where.split('.')[0], message]));
    if (!(field in problems)) tell(troubleText(error));
  }
}
