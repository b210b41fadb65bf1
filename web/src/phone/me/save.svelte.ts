import { answer, api } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import type { Me, MePatch, NewPause } from '../../api/types.ts';
import { setLanguage, t } from '../../lib/texts.svelte.ts';
import { tell } from '../frame/notice.svelte.ts';
import { running } from '../running.ts';
import { troubleText } from '../sign_in/trouble.ts';
import { readStore } from '../state.svelte.ts';
import { keep } from '../store/database.ts';

/** Settings that change which cards are for today, or in which words. */
const PLANNED_BY = ['language', 'time_zone', 'day_loads', 'country', 'cards_per_day', 'minutes_per_day', 'upkeep', 'pauses'];

let problems: Record<string, string> = $state({});

/** What is wrong with one setting, as the server said it. */
export function problemAt(field: keyof Me | keyof NewPause): string | undefined {
  return problems[field];
}

/** Saves settings at once; says so, or says at the field what is wrong. */
export async function save(patch: MePatch): Promise<void> {
  await change(Object.keys(patch), () => answer(api.PATCH('/api/v1/me', { body: patch })));
}

/** Goes away for some days; true when the server took it. */
export async function addPause(pause: NewPause): Promise<boolean> {
  const fields = ['pauses', 'from', 'until', 'kind'];
  return await change(fields, () => answer(api.POST('/api/v1/me/pauses', { body: pause })));
}

/** Takes a pause back, or ends the one that runs. */
export async function endPause(id: number): Promise<void> {
  const params = { path: { pause_id: id } };
  await change(['pauses'], () => answer(api.DELETE('/api/v1/me/pauses/{pause_id}', { params })));
}

/** Changes these fields on the server and takes over what it answers. */
async function change(fields: string[], send: () => Promise<Me>): Promise<boolean> {
  problems = {};
  try {
    const me = await send();
    const { db, loop } = running();
    await keep(db, 'me', me);
    await readStore(db);
    await setLanguage(me.language);
    tell(t('settings:me.saved'));
    if (fields.some((name) => PLANNED_BY.includes(name))) void loop.now();
    return true;
  } catch (error) {
    const errors = error instanceof Problem ? error.errors : [];
    problems = Object.fromEntries(errors.map(({ where, message }) => [where.split('.')[0], message]));
    if (!fields.some((field) => field in problems)) tell(troubleText(error));
    return false;
  }
}
