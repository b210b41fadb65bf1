/** The tokens of who is signed in, shared by the phone app and the console on this device. */
export interface Tokens {
  access: string;
  refresh: string;
}

const KEY = 'beklijf.tokens';

export function readTokens(): Tokens | null {
  const text = localStorage.getItem(KEY);
  return text === null ? null : (JSON.parse(text) as Tokens);
}

export function keepTokens(answer: { access_token: string; refresh_token: string }): Tokens {
  const tokens: Tokens = { access: answer.access_token, refresh: answer.refresh_token };
  localStorage.setItem(KEY, JSON.stringify(tokens));
  return tokens;
}

export function forgetTokens(): void {
  localStorage.removeItem(KEY);
}
