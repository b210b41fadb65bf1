/** Something done, the way back, and the way there again. */
export interface Step {
  undo: () => void;
  redo: () => void;
  /** Steps with the same key that follow each other closely are one: a word, not its letters. */
  key?: string;
  at: number;
}

const ONE_GO_MS = 1500;
const MOST = 500;

/** What the author did, as far as it can be undone. */
export class Steps {
  #done: Step[] = [];
  #undone: Step[] = [];

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Takes up what was just done. What was undone before cannot be done again from here. */
  did(step: Step): void {
    const last = this.#done.at(-1);
    const goesOn =
      last?.key !== undefined && last.key === step.key && step.at - last.at < ONE_GO_MS && this.#undone.length === 0;
    if (goesOn) this.#done[this.#done.length - 1] = { ...step, undo: last.undo };
    else this.#done = [...this.#done, step].slice(-MOST);
    this.#undone = [];
  }

  /** False when there was nothing to undo. */
  undo(): boolean {
    const step = this.#done.pop();
    if (step === undefined) return false;
    this.#undone.push(step);
    step.undo();
    return true;
  }

  redo(): boolean {
    const step = this.#undone.pop();
    if (step === undefined) return false;
    this.#done.push({ ...step, at: Number.NEGATIVE_INFINITY });
    step.redo();
    return true;
  }
}
