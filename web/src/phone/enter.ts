import { forgetTokens, keepTokens, readTokens } from '../api/tokens.ts';
import { waitAtMost, whenSignedOut } from '../api/client.ts';
import type { SignIn } from '../api/types.ts';
import { language, setLanguage } from '../lib/texts.svelte.ts';
import { setRunning, stopRunning } from './running.ts';
import { go } from './routes.svelte.ts';
import { phone, readStore } from './state.svelte.ts';
import { openDatabase, type Database } from './store/database.ts';
import { storeFor } from './store/owner.ts';
import { patienceFor } from './patience.ts';

/** Opens the store of who is signed in on this phone; false when nobody is. */
export async function resume(): Promise<boolean> {
  if (readTokens() === null) return false;
  await open(await openDatabase());
  return true;
}

/** After signing in: shows the person's own store, in the person's own language. */
export async function enter(signIn: SignIn): Promise<void> {
  stopRunning();
  const db = await storeFor(signIn.person);
  // Only now: another tab must not send what the person before left waiting under this sign-in.
  keepTokens(signIn);
  await open(db);
}

async function open(db: Database): Promise<void> {
  let planned = (): void => undefined;
  const changed = async (): Promise<void> => {
    await readStore(db);
    if (phone.me && phone.me.language !== language()) await setLanguage(phone.me.language);
    if (phone.overview && phone.me) planned();
  };
  phone.ended = false;
  await changed();
  const { startLoop } = await import('./sync/loop.ts');
  const loop = startLoop(db, changed);
  setRunning({ db, loop });
  // A new phone has nothing to show until today's plan is in; later starts show the store at once.
  await new Promise<void>((resolve) => {
    planned = resolve;
    if (phone.overview && phone.me) resolve();
    void loop.now().then(resolve);
  });
  phone.ready = !phone.ended;
}

/** The server no longer knows this sign-in. Answers that wait stay for the next one. */
waitAtMost(patienceFor);

whenSignedOut(() => {
  forgetTokens();
  stopRunning();
  phone.ended = true;
  phone.ready = false;
  go('sign-in');
});
