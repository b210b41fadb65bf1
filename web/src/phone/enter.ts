import { forgetTokens, keepTokens, readTokens } from '../api/tokens.ts';
import { whenSignedOut } from '../api/client.ts';
import type { SignIn } from '../api/types.ts';
import { language, setLanguage } from '../lib/texts.svelte.ts';
import { running, setRunning } from './running.ts';
import { go } from './routes.svelte.ts';
import { phone, readStore } from './state.svelte.ts';
import { keep, kept, openDatabase } from './store/database.ts';
import { startLoop } from './sync/loop.ts';

/** Opens the store of who is signed in on this phone; false when nobody is. */
export async function resume(): Promise<boolean> {
  if (readTokens() === null) return false;
  await open();
  return true;
}

/** After signing in: the store of another person is never shown, the person's language is. */
export async function enter(signIn: SignIn): Promise<void> {
  keepTokens(signIn);
  await open(signIn);
}

async function open(signIn?: SignIn): Promise<void> {
  let db = await openDatabase();
  const owner = await kept(db, 'me');
  if (signIn && owner && owner.id !== signIn.person.id) {
    const { wipe } = await import('./leave.ts');
    await wipe(db);
    db = await openDatabase();
  }
  if (signIn) await keep(db, 'me', signIn.person);
  let planned = (): void => undefined;
  const changed = async (): Promise<void> => {
    await readStore(db);
    if (phone.me && phone.me.language !== language()) await setLanguage(phone.me.language);
    if (phone.overview) planned();
  };
  await changed();
  const loop = startLoop(db, changed);
  setRunning({ db, loop });
  // A new phone has nothing to show until today's plan is in; later starts show the store at once.
  await new Promise<void>((resolve) => {
    planned = resolve;
    if (phone.overview) resolve();
    void loop.now().then(resolve);
  });
  phone.ready = true;
}

/** The server no longer knows this sign-in. Answers that wait stay for the next one. */
whenSignedOut(() => {
  forgetTokens();
  running().loop.stop();
  running().db.close();
  setRunning(null);
  phone.ready = false;
  go('sign-in');
});
