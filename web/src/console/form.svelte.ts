import { Problem } from '../api/problem.ts';
import { atFields, type FieldError, saidBy } from './problems.ts';

/** The state of a form while it is sent and of what came back. */
export class Form {
  busy = $state(false);
  at = $state.raw<Record<string, string>>({});
  rest = $state.raw<FieldError[]>([]);
  /** A failure that is not about the fields: no network, no longer there, server broken. */
  error = $state.raw<unknown>(null);
  /** Counts failed tries, so that the summary takes the focus each time. */
  failures = $state(0);
  readonly fields: readonly string[];

  constructor(fields: readonly string[]) {
    this.fields = fields;
  }

  /**
   * Sends the form unless `missing` already names fields to mend; gives true when it was accepted.
   * While one try is under way a second is not made.
   */
  async send(work: () => Promise<void>, missing: Record<string, string> = {}): Promise<boolean> {
    if (this.busy) return false;
    this.#clear();
    if (Object.keys(missing).length > 0) return this.#fail(missing, []);
    this.busy = true;
    try {
      await work();
      return true;
    } catch (error) {
      return this.#sort(error);
    } finally {
      this.busy = false;
    }
  }

  #sort(error: unknown): false {
    const said = saidBy(error);
    if (error instanceof Problem && error.errors.length > 0) {
      const { at, rest } = atFields(error.errors, this.fields);
      return this.#fail(at, rest);
    }
    if (said !== undefined) return this.#fail({}, [{ where: '', message: said }]);
    this.error = error;
    return this.#fail({}, []);
  }

  #clear(): void {
    this.at = {};
    this.rest = [];
    this.error = null;
  }

  #fail(at: Record<string, string>, rest: FieldError[]): false {
    this.at = at;
    this.rest = rest;
    this.failures += 1;
    return false;
  }
}
