import type { MediaFile } from '../../api/types.ts';
import { uploadMedia } from '../media/upload.ts';

/** Files on their way to a card, one after the other. */
export class Uploads {
  /** The one under way, and how much of it has left, from 0 to 1. */
  name = $state<string | null>(null);
  share = $state(0);
  /** The one that did not get there, and why. */
  failed = $state.raw<{ name: string; error: unknown } | null>(null);
  readonly #arrived: (name: string, file: MediaFile) => void;
  #queue: File[] = [];
  #stop = new AbortController();

  constructor(arrived: (name: string, file: MediaFile) => void) {
    this.#arrived = arrived;
  }

  async take(files: readonly File[]): Promise<void> {
    this.#queue.push(...files);
    if (this.name !== null) return;
    this.failed = null;
    this.#stop = new AbortController();
    try {
      for (let file = this.#queue.shift(); file; file = this.#queue.shift()) await this.#send(file);
    } catch (error) {
      this.#queue = [];
      if (!this.#stop.signal.aborted) this.failed = { name: this.name ?? '', error };
    } finally {
      this.name = null;
    }
  }

  async #send(file: File): Promise<void> {
    this.name = file.name;
    this.share = 0;
    const kept = await uploadMedia(file, (share) => (this.share = share), this.#stop.signal);
    this.#stop.signal.throwIfAborted();
    this.#arrived(file.name, kept);
  }

  stop(): void {
    this.#stop.abort();
  }
}
