import type { Answer, Confidence, Rating } from '../../api/types.ts';
import { t } from '../../lib/texts.svelte.ts';
import { hush, tell } from '../frame/notice.svelte.ts';
import { grade, type Grade } from '../grade.ts';
import { give, later, undo } from '../practice.ts';
import { ratingOf } from '../rating.ts';
import { replaceWith, route } from '../routes.svelte.ts';
import { isOver, type Item } from '../session/round.ts';
import { phone } from '../state.svelte.ts';
import { daysUntil } from '../store/practice.ts';
import { emptyAnswer, isComplete } from './answering.ts';
import { backText } from './back_text.ts';

/**
 * The card on the screen, from question to verdict. An answer is written the moment it is given,
 * so the round is already at the next card while this one still shows its explanation.
 */
export class Turn {
  item: Item | null = $state.raw(null);
  /** Counts questions, so that each gets fresh fields and the focus, also the same card again. */
  number: number = $state(0);
  answer: Answer | null = $state.raw(null);
  /** The answer of a self-graded card is on the screen, or the verdict on any other. */
  shown: boolean = $state(false);
  grade: Grade | null = $state.raw(null);
  back: string = $state('');
  #since = 0;
  #busy = false;

  /** Puts the first waiting card of the round on the screen; false when the round is over. */
  next(): boolean {
    if (phone.round === null || isOver(phone.round)) return false;
    this.item = phone.round.waiting[0] ?? null;
    this.answer = this.item && emptyAnswer(this.item.face, Math.random);
    this.shown = false;
    this.grade = null;
    this.back = '';
    this.number += 1;
    this.#since = performance.now();
    return true;
  }

  get ready(): boolean {
    return this.item !== null && !this.shown && isComplete(this.item.face, this.answer);
  }

  /** Nothing typed yet: to say so is the way on for who does not know. */
  get blank(): boolean {
    const writes = this.item?.face.kind === 'typed' || this.item?.face.kind === 'cloze';
    return writes && !this.shown && !this.ready;
  }

  show(): void {
    hush();
    this.shown = true;
  }

  /** Grades and records an answer. */
  async submit(confidence: Confidence): Promise<void> {
    const { item, answer } = this;
    const allowed = this.ready || (this.blank && confidence === 'unsure');
    if (!allowed || item === null || answer === null || item.face.kind === 'recall') return;
    const worth = grade(item.face, answer);
    const rating = ratingOf(worth.correct, confidence);
    await this.#once(async () => {
      const tookMs = performance.now() - this.#since;
      if (!(await give({ item, right: worth.correct, rating, answer, confidence, tookMs }))) {
        this.next();
        return;
      }
      hush();
      this.grade = worth;
      this.back = this.#backAfter(item, rating);
      this.shown = true;
    });
    navigator.vibrate?.(worth.correct ? 12 : [12, 60, 12]);
  }

  /** Records the learner's own verdict. */
  async rate(rating: Rating): Promise<void> {
    const { item } = this;
    if (!this.shown || item?.face.kind !== 'recall') return;
    await this.#once(async () => {
      const tookMs = performance.now() - this.#since;
      if (!(await give({ item, right: rating > 1, rating, tookMs }))) return;
      tell(t(rating > 1 ? 'phone:review.saved_knew' : 'phone:review.saved_not'), () => void this.undo());
    });
  }

  /** Takes the last answer back and shows that card again, also when it ended the round. */
  async undo(): Promise<void> {
    if (!phone.round?.steps.length) return;
    await this.#once(async () => {
      await undo();
      if (route().screen === 'review') this.next();
      else replaceWith('review');
      tell(t('phone:review.undone'));
    });
  }

  async later(): Promise<void> {
    const { item } = this;
    if (item === null) return;
    await this.#once(async () => {
      await later(item);
      tell(t('phone:review.postponed'));
    });
  }

  #backAfter(item: Item, rating: Rating): string {
    const soon = phone.round?.waiting.some((one) => one.card.card_id === item.card.card_id) === true;
    return backText(daysUntil(item.card, rating), soon && !isOver(phone.round!));
  }

  /** A double tap must not answer the next card too. */
  async #once(work: () => Promise<void>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      await work();
    } catch (error) {
      // A full phone refuses to write; the card stays, so that the learner can answer again.
      console.error('not written', error);
      tell(t('common:problem.storage'));
    } finally {
      this.#busy = false;
    }
  }
}
