import type { Errands } from './errands.ts';
import { type Step, Steps } from './undo.ts';

/** The author's way back and there again, as the buttons show it. */
export class WayBack {
  canUndo = $state(false);
  canRedo = $state(false);
  readonly #steps = new Steps();
  readonly #errands: Errands;

  constructor(errands: Errands) {
    this.#errands = errands;
  }

  undo(): void {
    this.#steps.undo();
    this.#look();
  }

  redo(): void {
    this.#steps.redo();
    this.#look();
  }

  /** Takes up what was just done; steps with the same `key` that follow closely are one. */
  did(undo: () => void, redo: () => void, key?: string): void {
    this.#steps.did({ undo, redo, at: Date.now(), ...(key === undefined ? {} : { key }) });
    this.#look();
  }

  /** Does what the server may refuse; refused, it leaves the way back too. */
  perform(apply: () => void, back: () => void): void {
    const lost = (turn: 'drop' | 'stillDone' | 'stillUndone') => (): void => {
      this.#steps[turn](step);
      this.#look();
    };
    const step: Step = {
      undo: () => this.#errands.together(back, lost('stillDone')),
      redo: () => this.#errands.together(apply, lost('stillUndone')),
      at: Date.now(),
    };
    this.#errands.together(apply, lost('drop'));
    this.#steps.did(step);
    this.#look();
  }

  #look(): void {
    this.canUndo = this.#steps.canUndo;
    this.canRedo = this.#steps.canRedo;
  }
}
