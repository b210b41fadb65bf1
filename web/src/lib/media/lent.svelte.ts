import { isOffline, Problem } from '../../api/problem.ts';
import { readFile, type Shelf } from './files.ts';
import { mediaTexts } from './texts.ts';

export type Standing = 'waiting' | 'there' | 'offline' | 'gone' | 'failed';

/** A file on the screen under an address of this page, which has to be given back. */
export class Lent {
  standing: Standing = $state('waiting');
  url: string = $state('');
  #wanted = '';
  /** The same address, unseen by effects: one that lends a file must not begin again when it is lent. */
  #given = '';

  async borrow(file: string, shelf: Shelf | null): Promise<void> {
    this.giveBack();
    this.#wanted = file;
    this.standing = 'waiting';
    try {
      const [bytes] = await Promise.all([readFile(file, shelf), mediaTexts()]);
      if (this.#wanted !== file) return;
      this.url = this.#given = URL.createObjectURL(bytes);
      this.standing = 'there';
    } catch (error) {
      if (this.#wanted === file) this.standing = standingOf(error);
    }
  }

  giveBack(): void {
    if (this.#given) URL.revokeObjectURL(this.#given);
    this.url = this.#given = this.#wanted = '';
  }
}

function standingOf(error: unknown): Standing {
  if (isOffline(error)) return 'offline';
  return error instanceof Problem && error.status === 404 ? 'gone' : 'failed';
}
