import { isOffline, Problem } from '../api/problem.ts';

/** Why a request failed, as far as it changes what the reader can do about it. */
export type TroubleKind = 'offline' | 'invalid' | 'refused' | 'gone' | 'busy' | 'broken';

export interface FieldError {
  where: string;
  message: string;
}

export function kindOf(error: unknown): TroubleKind {
  if (isOffline(error)) return 'offline';
  if (!(error instanceof Problem)) return 'broken';
  const { status } = error;
  if (status === 404 || status === 410) return 'gone';
  if (status === 401 || status === 403) return 'refused';
  if (status === 429 || status === 503) return 'busy';
  return status >= 400 && status < 500 ? 'invalid' : 'broken';
}

/** The server's own words about what the reader can mend; undefined when it has none to give. */
export function saidBy(error: unknown): string | undefined {
  const worthSaying = ['invalid', 'refused', 'busy'].includes(kindOf(error));
  return error instanceof Problem && worthSaying ? error.message : undefined;
}

export interface AtFields {
  /** The first message for each field of the form that the server named. */
  at: Record<string, string>;
  /** What belongs to no field on the page, so that no message is lost. */
  rest: FieldError[];
}

/**
 * Lays the server's errors beside the fields of a form. A path deeper than a field belongs to it:
 * `card_set_ids.0` stands at `card_set_ids`, unless the form has a field of that longer name.
 */
export function atFields(errors: FieldError[], fields: readonly string[]): AtFields {
  const sorted: AtFields = { at: {}, rest: [] };
  for (const error of errors) {
    const field = fields
      .filter((one) => error.where === one || error.where.startsWith(`${one}.`))
      .sort((a, b) => b.length - a.length)[0];
    if (field === undefined) sorted.rest.push(error);
    else sorted.at[field] ??= error.message;
  }
  return sorted;
}
