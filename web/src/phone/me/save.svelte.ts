import { answer, api } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import type { Me, MePatch, NewPause } from '../../api/types.ts';
import { setLanguage, t } from '../../lib/texts.svelte.ts';
import { tell } from '../frame/notice.svelte.ts';
import { running } from '../running.ts';
import { troubleText } from '../sign_in/trouble.ts';
import { phone, readStore } from '../state.svelte.ts';
import { keep } from '../store/database.ts';

/** Settings that change which cards are for today, or in which words. */
const PLANNED_BY = ['language', 'time_zone', 'day_loads', 'country', 'cards_per_day', 'minutes_per_day', 'upkeep', 'pauses'];

let problems: Record<string, string> = $state({});
/** Settings on their way: the screen shows them already, and the next choice builds on them. */
let sending: MePatch[] = [];
/** Two at once might arrive in the other order. */
let line: Promise<unknown> = Promise.resolve();

/** What is wrong with one setting, as the server said it. */
export function problemAt(field: keyof Me | keyof NewPause): string | undefined {
  return problems[field];
}

/** Saves settings at once; says so, or puts them back and says at the field what is wrong. */
export async function save(patch: MePatch): Promise<void> {
  sending = [...sending, patch];
  show(phone.me);
  const sent = line.then(() => change(Object.keys(patch), patch, () => answer(api.PATCH('/api/v1/me', { body: patch }))));
  line = sent;
  await sent;
}

/** Goes away for some days; true when the server took it. */
export async function addPause(pause: NewPause): Promise<boolean> {
  const fields = ['pauses', 'from', 'until', 'kind'];
  return await change(fields, null, () => answer(api.POST('/api/v1/me/pauses', { body: pause })));
}

/** Takes a pause back, or ends the one that runs. */
export async function endPause(id: number): Promise<void> {
  const params = { path: { pause_id: id } };
  await change(['pauses'], null, () => answer(api.DELETE('/api/v1/me/pauses/{pause_id}', { params })));
}

/** Changes these fields on the server and takes over what it answers. */
async function change(fields: string[], patch: MePatch | null, send: () => Promise<Me>): Promise<boolean> {
  const { db, loop } = running();
  problems = {};
  try {
    const me = await send();
    await keep(db, 'me', me);
    await setLanguage(me.language);
    tell(t('settings:me.saved'));
    if (fields.some((name) => PLANNED_BY.includes(name))) void loop.now();
    return true;
  } catch (error) {
    const errors = error instanceof Problem ? error.errors : [];
    problems = Object.fromEntries(errors.map(({ where, message }) => [where.split('.')[0], message]));
    if (!fields.some((field) => field in problems)) tell(troubleText(error));
    return false;
  } finally {
    sending = sending.filter((one) => one !== patch);
    await readStore(db);
    show(phone.me);
  }
}

function show(known: Me | null): void {
  if (known !== null) phone.me = Object.assign({}, known, ...sending) as Me;
}
