import { call } from '../../api/client.ts';
import type { ImportReport } from '../wire.ts';
import { held, lettersLookWrong, reportIn } from './import_report.ts';

export type Encoding = '' | 'utf-8' | 'windows-1252' | 'utf-16';

/** The encodings a spreadsheet program writes; the empty one lets the server find out. */
export const encodings: Encoding[] = ['', 'utf-8', 'windows-1252', 'utf-16'];

/** One file on its way into a set: looked at first, written only when told. */
export class Upload {
  file = $state.raw<File | null>(null);
  encoding = $state<Encoding>('');
  busy = $state(false);
  error = $state.raw<unknown>(null);
  /** What would happen, or with `done` what happened. */
  report = $state.raw<ImportReport | null>(null);
  done = $state(false);
  readonly #path: string;

  constructor(set: number) {
    this.#path = `/card-sets/${set}/imports`;
  }

  get odd(): boolean {
    return this.report !== null && lettersLookWrong(this.report);
  }

  /** Takes a file and shows what it would do. */
  async choose(file: File): Promise<void> {
    this.done = false;
    this.report = null;
    this.file = await held(file);
    this.encoding = '';
    await this.look();
  }

  async look(): Promise<void> {
    await this.#send({ dry_run: 1 });
  }

  /** Writes the rows; with `partial` the good ones alone. */
  async apply(partial: boolean): Promise<void> {
    this.done = await this.#send(partial ? { partial: 1 } : {});
  }

  /** True when the server wrote or would write what was asked. */
  async #send(query: Record<string, number>): Promise<boolean> {
    if (this.file === null || this.busy) return false;
    this.busy = true;
    this.error = null;
    const body = new FormData();
    body.set('file', this.file);
    if (this.encoding) body.set('encoding', this.encoding);
    try {
      this.report = await call<ImportReport>('POST', this.#path, { query, body });
      return true;
    } catch (error) {
      this.report = reportIn(error) ?? this.report;
      if (reportIn(error) === null) this.error = error;
      return false;
    } finally {
      this.busy = false;
    }
  }
}
