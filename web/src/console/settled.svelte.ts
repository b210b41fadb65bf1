/** After the last key of a number that is typed, or where a slider stops. */
const PATIENCE_MS = 300;

/** What the server says of a draft that is still being changed. */
export class Settled<Question, Answer> {
  /** The last answer and what was asked; null before the first, and where nothing can be asked. */
  told = $state.raw<{ question: Question; answer: Answer } | null>(null);
  error = $state.raw<unknown>(null);
  busy = $state(false);
}

/** Asks again whenever the question has changed and stands still; an answer that comes late is let go. */
export function settled<Question, Answer>(
  questioned: () => Question | null,
  ask: (question: Question) => Promise<Answer>,
): Settled<Question, Answer> {
  const kept = new Settled<Question, Answer>();
  $effect(() => {
    const question = questioned();
    kept.busy = question !== null;
    if (question === null) {
      [kept.told, kept.error] = [null, null];
      return;
    }
    let holds = true;
    const timer = setTimeout(() => {
      ask(question).then(
        (answer) => { if (holds) [kept.told, kept.error, kept.busy] = [{ question, answer }, null, false]; },
        (error: unknown) => { if (holds) [kept.told, kept.error, kept.busy] = [null, error, false]; },
      );
    }, PATIENCE_MS);
    return () => {
      holds = false;
      clearTimeout(timer);
    };
  });
  return kept;
}
