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
    step.at = Number.NEGATIVE_INFINITY;
    this.#done.push(step);
    step.redo();
    return true;
  }

  /** The step was refused: nothing is left of it, and there is no way back from it. */
  drop(step: Step): void {
    this.#done = this.#done.filter((one) => one !== step);
    this.#undone = this.#undone.filter((one) => one !== step);
  }

  /** Undoing the step was refused. */
  stillDone(step: Step): void {
    this.drop(step);
    this.#done.push(step);
  }

  /** Doing the step again was refused. */
  stillUndone(step: Step): void {
    this.drop(step);
    this.#undone.push(step);
  }
}
