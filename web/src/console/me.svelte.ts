import { answer, api, whenSignedOut } from '../api/client.ts';
import { isOffline, Problem } from '../api/problem.ts';
import { forgetTokens, keepTokens, readTokens } from '../api/tokens.ts';
import type { Me } from '../api/types.ts';
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
  await setMe(await answer(api.GET('/api/v1/me')));
}

export async function signIn(email: string, password: string): Promise<void> {
  const entered = await answer(api.POST('/api/v1/sign-in', { body: { email, password } }));
  keepTokens(entered);
  await setMe(entered.person);
}

/** Has a link mailed with which a new password can be chosen, when the address is known. */
export async function forgotten(email: string): Promise<void> {
  await answer(api.POST('/api/v1/sign-in/forgotten', { body: { email } }));
}

/** Signs out on this device in any case; without a network the server's tokens simply run out. */
export async function signOut(): Promise<void> {
  try {
    await answer(api.DELETE('/api/v1/sign-in'));
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
