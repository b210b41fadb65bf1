/** An error as RFC 9457 problem details; texts are already in the person's language. */
export class Problem extends Error {
  readonly status: number;
  /** What is wrong where: field names, rows or lines. */
  readonly errors: { where: string; message: string }[];
  /** The whole body, for answers that say more than the standard members. */
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    const details = (typeof body === 'object' && body !== null ? body : {}) as {
      title?: string;
      detail?: string;
      errors?: { where: string; message: string }[];
    };
    super(details.detail ?? details.title ?? `HTTP ${status}`);
    this.name = 'Problem';
    this.status = status;
    this.errors = details.errors ?? [];
    this.body = body;
  }

  /** The message for one field, or undefined when that field is fine. */
  at(where: string): string | undefined {
    return this.errors.find((error) => error.where === where)?.message;
  }
}

/** True when no answer came at all: no network, nobody at home, or nobody in time. */
export function isOffline(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError');
}
