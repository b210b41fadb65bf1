import { call, whenSignedOut } from '../api/client.ts';
import { isOffline, Problem } from '../api/problem.ts';
import { forgetTokens, keepTokens, readTokens } from '../api/tokens.ts';
import type { Me, SignIn } from '../api/types.ts';
import { setLanguage } from '../lib/texts.svelte.ts';

let person = $state.raw<Me | null>(null);

/** Who is signed in; null before sign-in and after the server has forgotten it. */
export function me(): Me | null {
  return person;
}

/** Takes over an answer of the server about the signed-in person, its language included. */
export async function setMe(next: Me): Promise<void> {
  await setLanguage(next.language);
  person = next;
}

export function hasTokens(): boolean {
  return readTokens() !== null;
}

/** Asks the server who belongs to the tokens on this device. */
export async function readMe(): Promise<void> {
  await setMe(await call<Me>('GET', '/me'));
}

export async function signIn(email: string, password: string): Promise<void> {
  const answer = await call<SignIn>('POST', '/sign-in', { body: { email, password } });
  keepTokens(answer);
  await setMe(answer.person);
}

/** Signs out on this device in any case; without a network the server's tokens simply run out. */
export async function signOut(): Promise<void> {
  try {
    await call('DELETE', '/sign-in');
  } catch (error) {
    if (!isOffline(error) && !(error instanceof Problem)) throw error;
  } finally {
    forgetTokens();
    person = null;
  }
}

whenSignedOut(() => {
  person = null;
});
