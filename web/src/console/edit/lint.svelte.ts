import { isOffline, Problem } from '../../api/problem.ts';
import type { Finding } from '../wire.ts';
import { findingsOf } from './api.ts';
import { isBlank, wordingOf } from './draft.ts';
import type { Row } from './row.svelte.ts';

const PAUSE_MS = 700;

/** What could be better in the card that is open, asked a moment after the last key. */
export class Lint {
  findings = $state.raw<Finding[]>([]);
  #turn = 0;

  /** Looks at a row as it stands now; call it in an effect. Gives the way to stop. */
  watch(set: number, row: Row | null): () => void {
    const turn = ++this.#turn;
    if (row === null || isBlank(row.content.draft)) {
      this.findings = [];
      return () => undefined;
    }
    const { draft, variants } = row.content;
    const body = {
      face: wordingOf(draft),
      variants: variants.map((one) => wordingOf(one.draft)),
      card_id: row.card?.id ?? null,
    };
    const timer = setTimeout(() => void this.#ask(set, body, turn), PAUSE_MS);
    return () => clearTimeout(timer);
  }

  async #ask(set: number, body: Parameters<typeof findingsOf>[1], turn: number): Promise<void> {
    try {
      const found = await findingsOf(set, body);
      if (turn === this.#turn) this.findings = found;
    } catch (error) {
      // Advice that does not come is no trouble of the author's; what is typed is kept elsewhere.
      if (!isOffline(error) && !(error instanceof Problem)) throw error;
      if (turn === this.#turn) this.findings = [];
    }
  }
}
