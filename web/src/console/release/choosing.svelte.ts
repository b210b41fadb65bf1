import { chooseEffects } from './api.ts';
import { chosenIn, type Choices } from './plan.ts';
import type { CardChange } from './wire.ts';

/** What authors chose for the memory of cards, here and elsewhere; the rest stands as proposed. */
export class Choosing {
  chosen = $state.raw<Choices>({});
  readonly #set: number;
  readonly #failed: (error: unknown) => void;
  #sent: Promise<void> = Promise.resolve();

  constructor(set: number, failed: (error: unknown) => void) {
    this.#set = set;
    this.#failed = failed;
  }

  read(items: readonly CardChange[]): void {
    this.chosen = chosenIn(items);
  }

  /** Shows the choices at once and sends them in turn; one that is not kept is taken back. */
  choose(some: Choices): void {
    const before = this.chosen;
    this.chosen = { ...before, ...some };
    const sent = this.#sent.catch(() => {}).then(() => chooseEffects(this.#set, some));
    this.#sent = sent;
    sent.catch((error: unknown) => {
      this.#takeBack(some, before);
      if (this.#sent === sent) this.#sent = Promise.resolve();
      this.#failed(error);
    });
  }

  /** Resolves when all that was chosen is kept; a release must not overtake it. */
  settled(): Promise<void> {
    return this.#sent;
  }

  #takeBack(some: Choices, before: Choices): void {
    // What was chosen for the same card meanwhile is on its way itself.
    const lost = Object.keys(some).map(Number).filter((id) => this.chosen[id] === some[id]);
    const kept = Object.entries(this.chosen).filter(([id]) => !lost.includes(Number(id)));
    const back = Object.entries(before).filter(([id]) => lost.includes(Number(id)));
    this.chosen = Object.fromEntries([...kept, ...back]);
  }
}
