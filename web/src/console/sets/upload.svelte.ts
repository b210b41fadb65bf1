import type { ImportReport } from '../wire.ts';
import { importFile, type ImportWish } from './api.ts';
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
  readonly #set: number;

  constructor(set: number) {
    this.#set = set;
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
    await this.#send({ dry_run: true });
  }

  /** Writes the rows; with `partial` the good ones alone. */
  async apply(partial: boolean): Promise<void> {
    this.done = await this.#send(partial ? { partial: true } : {});
  }

  /** True when the server wrote or would write what was asked. */
  async #send(query: ImportWish): Promise<boolean> {
    if (this.file === null || this.busy) return false;
    this.busy = true;
    this.error = null;
    try {
      this.report = await importFile(this.#set, this.file, this.encoding, query);
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
