import { answer, api } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import { readTokens } from '../../api/tokens.ts';
import type { MediaFile } from '../../api/types.ts';
import { language } from '../../lib/texts.svelte.ts';

const UNKNOWN_SIGN_IN = 401;

/**
 * Sends a file for a card; `sent` hears how much of it has left, from 0 to 1. Throws as every call
 * does. Only XMLHttpRequest tells how far a file is, so this call goes around the client.
 */
export async function uploadMedia(
  file: File,
  sent: (share: number) => void,
  signal: AbortSignal,
): Promise<MediaFile> {
  try {
    return await send(file, sent, signal);
  } catch (error) {
    if (!(error instanceof Problem && error.status === UNKNOWN_SIGN_IN)) throw error;
    // The client renews an expired sign-in on the way.
    await answer(api.GET('/api/v1/me'));
    return await send(file, sent, signal);
  }
}

function send(file: File, sent: (share: number) => void, signal: AbortSignal): Promise<MediaFile> {
  const body = new FormData();
  body.set('file', file);
  const request = new XMLHttpRequest();
  request.open('POST', '/api/v1/media');
  request.responseType = 'json';
  request.setRequestHeader('Authorization', `Bearer ${readTokens()?.access ?? ''}`);
  request.setRequestHeader('Accept-Language', language());
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.onabort = () => reject(signal.reason as Error);
    request.onerror = () => reject(new TypeError('nobody was reached'));
    request.upload.onprogress = ({ loaded, total }) => sent(loaded / total);
    request.onload = () => {
      if (request.status < 300) resolve(request.response as MediaFile);
      else reject(new Problem(request.status, request.response));
    };
    request.send(body);
  });
}
