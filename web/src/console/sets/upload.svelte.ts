import type { ImportReport, LongImport } from '../wire.ts';
import { applyImport, cancelImport, importFile, type ImportWish, readImport } from './api.ts';
import { held, lettersLookWrong, reportIn } from './import_report.ts';
import { forgetWatched, isLong, keepWatched, keptWatched } from './long_import.ts';

export type Encoding = '' | 'utf-8' | 'windows-1252' | 'utf-16';

/** The encodings a spreadsheet program writes; the empty one lets the server find out. */
export const encodings: Encoding[] = ['', 'utf-8', 'windows-1252', 'utf-16'];

const LOOKS_EVERY_MS = 1000;

/** One file on its way into a set: looked at first, written only when told. */
export class Upload {
  file = $state.raw<File | null>(null);
  encoding = $state<Encoding>('');
  busy = $state(false);
  error = $state.raw<unknown>(null);
  /** What would happen, or with `done` what happened. */
  report = $state.raw<ImportReport | null>(null);
  done = $state(false);
  /** What a worker does with the file, as last heard. */
  long = $state.raw<LongImport | null>(null);
  readonly #set: number;
  #gone = false;

  constructor(set: number) {
    this.#set = set;
  }

  get name(): string | undefined {
    return this.file?.name ?? this.long?.file_name;
  }

  get odd(): boolean {
    return this.report !== null && lettersLookWrong(this.report);
  }

  /** Takes a file and shows what it would do. */
  async choose(file: File): Promise<void> {
    this.done = false;
    this.report = null;
    this.long = null;
    forgetWatched(this.#set);
    this.file = await held(file);
    this.encoding = '';
    await this.look();
  }

  async look(): Promise<void> {
    const { file, long } = this;
    // What a worker is still doing must not be sent a second time when the network fell away.
    if (file === null || (long && !long.finished_at)) return this.resume();
    await this.#work(() => this.#send(file, { dry_run: true }));
  }

  /** Writes the rows; with `partial` the good ones alone. */
  async apply(partial: boolean): Promise<void> {
    const { file, long } = this;
    if (long?.dry_run) return this.#work(async () => this.#watch(await applyImport(long.id, partial)));
    if (file) await this.#work(() => this.#send(file, partial ? { partial: true } : {}));
  }

  /** Finds back what a worker was doing when this page was left or loaded again. */
  async resume(): Promise<void> {
    const id = keptWatched(this.#set);
    if (id !== null) await this.#work(async () => this.#watch(await readImport(id)));
  }

  /** Stops the worker; nothing of the file stays in the set. */
  async cancel(): Promise<void> {
    try {
      if (this.long) this.long = await cancelImport(this.long.id);
    } catch (error) {
      this.error = error;
    }
  }

  /** No longer looks at what the worker does; the worker goes on. */
  leave(): void {
    this.#gone = true;
  }

  async #work(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = null;
    try {
      await work();
    } catch (error) {
      this.report = reportIn(error) ?? this.report;
      if (reportIn(error) === null) this.error = error;
    } finally {
      this.busy = false;
    }
  }

  async #send(file: File, query: ImportWish): Promise<void> {
    const answer = await importFile(this.#set, file, this.encoding, query);
    if (isLong(answer)) return this.#watch(answer);
    this.report = answer;
    this.done = !query.dry_run;
  }

  async #watch(begun: LongImport): Promise<void> {
    keepWatched(this.#set, begun.id);
    this.long = begun;
    while (!this.long.finished_at) {
      await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY_MS));
      if (this.#gone) return;
      this.long = await readImport(begun.id);
    }
    this.report = this.long.report;
    this.done = this.long.state === 'done' && !this.long.dry_run;
    if (this.done || !this.report) forgetWatched(this.#set);
  }
}
