import { answer, api } from '../api/client.ts';
import { forgetTokens } from '../api/tokens.ts';
import { forgetPush } from './push/push.ts';
import { replaceWith } from './routes.svelte.ts';
import { running } from './running.ts';
import { phone } from './state.svelte.ts';
import { deleteDatabase } from './store/database.ts';

/**
 * Signs out on a phone that others may use: push, sign-in, answers, cards and caches all go. What
 * the server cannot be told now, it finds out: the tokens expire and the push address is dead.
 */
export async function signOut(): Promise<void> {
  const { db, loop } = running();
  loop.stop();
  await Promise.allSettled([forgetPush(db)]);
  await Promise.allSettled([answer(api.DELETE('/api/v1/sign-in'))]);
  forgetTokens();
  // Its code is fetched before the caches go: without a network the page cannot begin again.
  phone.ready = false;
  replaceWith('sign-in');
  await import('./sign_in/SignIn.svelte');
  await deleteDatabase(db);
  const workers = await navigator.serviceWorker?.getRegistrations();
  await Promise.all(workers?.map((worker) => worker.unregister()) ?? []);
  await deleteCaches();
  if (navigator.onLine) location.replace('/app/');
}

/** Until none comes back: a request still on its way through the worker makes its cache anew. */
async function deleteCaches(): Promise<void> {
  for (let quiet = 0; quiet < 2; ) {
    const names = (await globalThis.caches?.keys()) ?? [];
    await Promise.all(names.map((name) => caches.delete(name)));
    quiet = names.length > 0 ? 0 : quiet + 1;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
