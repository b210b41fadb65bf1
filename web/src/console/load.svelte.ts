/** What a page shows of one fetch: nothing yet, the answer, or why there is none. */
export class Load<Answer> {
  answer = $state.raw<Answer | null>(null);
  error = $state.raw<unknown>(null);
  busy = $state(true);
  #fetch: () => Promise<Answer>;
  #turn = 0;

  constructor(fetch: () => Promise<Answer>) {
    this.#fetch = fetch;
  }

  /** Fetches again; the old answer stays on the screen meanwhile. A later call wins. */
  again = async (): Promise<void> => {
    const turn = ++this.#turn;
    this.busy = true;
    try {
      const answer = await this.#fetch();
      if (turn !== this.#turn) return;
      this.answer = answer;
      this.error = null;
    } catch (error) {
      if (turn === this.#turn) this.error = error;
    } finally {
      if (turn === this.#turn) this.busy = false;
    }
  };

  /** Forgets answers still on their way. */
  stop = (): void => {
    this.#turn++;
  };
}

/** Fetches as the page opens, and again when something changes that the fetch has read. */
export function load<Answer>(fetch: () => Promise<Answer>): Load<Answer> {
  const loading = new Load(fetch);
  $effect(() => {
    void loading.again();
    return loading.stop;
  });
  return loading;
}
