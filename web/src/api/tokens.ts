/** The tokens of who is signed in. */
export interface Tokens {
  access: string;
  refresh: string;
}

let key = 'beklijf.tokens';

/**
 * Keeps the sign-in of this app apart from the phone's: who signs in to the console on a shared
 * device must not send the answers that wait in the phone app of somebody else.
 */
export function keepTokensApart(app: string): void {
  key = `beklijf.tokens.${app}`;
}

export function readTokens(): Tokens | null {
  const text = localStorage.getItem(key);
  return text === null ? null : (JSON.parse(text) as Tokens);
}

export function keepTokens(answer: { access_token: string; refresh_token: string }): Tokens {
  const tokens: Tokens = { access: answer.access_token, refresh: answer.refresh_token };
  localStorage.setItem(key, JSON.stringify(tokens));
  return tokens;
}

export function forgetTokens(): void {
  localStorage.removeItem(key);
}
