interface Task {
  work: () => Promise<unknown>;
  /** Makes the screen show again what was there before the work was asked for. */
  back: () => void;
}

/**
 * Work on the server that is done one after the other, or it would overtake itself. The screen
 * shows its outcome beforehand: where one fails, that and all that came behind is put back.
 */
export class Line {
  /** How much is under way. */
  length = $state(0);
  readonly #tasks: Task[] = [];
  readonly #failed: (error: unknown) => void;

  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  add(work: () => Promise<unknown>, back: () => void): void {
    this.#tasks.push({ work, back });
    this.length = this.#tasks.length;
    if (this.length === 1) void this.#run();
  }

  async #run(): Promise<void> {
    for (let task = this.#tasks[0]; task; task = this.#tasks[0]) {
      try {
        await task.work();
        this.#tasks.shift();
      } catch (error) {
        // The last first: each knows only what it met itself.
        for (const { back } of this.#tasks.splice(0).reverse()) back();
        this.#failed(error);
      }
      this.length = this.#tasks.length;
    }
  }
}
