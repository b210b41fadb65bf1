import type { Face, FaceOf, NewReview, SessionCard } from '../api/types.ts';
import { ratingOf } from '../phone/rating.ts';
import { USUAL_SECONDS } from '../phone/session/minutes.ts';
import { cardsLeft } from '../phone/session/plan_day.ts';
import { startRound } from '../phone/session/round.ts';
import { studyDay } from '../phone/session/study_day.ts';
import { asked } from '../phone/session/turn.ts';
import { kept, type Database } from '../phone/store/database.ts';
import { recordAside } from '../phone/store/practice.ts';

/** The words of a question that are not its card's, in the learner's language. */
export interface Labels {
  yes: string;
  no: string;
  right: string;
  wrong: string;
}

type TwoWay = FaceOf<'true_false'> | FaceOf<'choice' | 'multiple_choice'>;

/** A card that two buttons can answer; a notification carries it until it is tapped. */
export interface Question {
  person: number;
  card: SessionCard;
  face: TwoWay;
  prompt: string;
  answers: string[];
  labels: Labels;
  study_day: string;
  shown_at: number;
}

export interface Verdict {
  title: string;
  body: string;
  /** What the phone now has to hand in; missing where the card was answered already. */
  review?: NewReview;
}

/** Longer words do not fit on the buttons of a notification. */
const LONGEST_ANSWER = 40;

/**
 * The first card of today that two buttons can answer, from the plan on this phone: so the question
 * never travels, and one answered a minute ago without a network is not asked again.
 */
export async function firstQuestion(db: Database, labels: Labels, now: Date): Promise<Question | null> {
  const me = await kept(db, 'me');
  if (me === undefined) return null;
  const study_day = studyDay(now, me.time_zone);
  const [days, all] = await Promise.all([db.getAll('days'), db.getAll('cards')]);
  const rows = new Map(all.map((row) => [row.card_id, row]));
  const left = cardsLeft(study_day, me, days, rows);
  for (const { card, face } of startRound(study_day, asked(left, me.language, rows), left.length).waiting) {
    const answers = answersOf(face, labels);
    if (answers) {
      const shown = { card, face: face as TwoWay, prompt: face.prompt, answers };
      return { ...shown, person: me.id, labels, study_day, shown_at: now.getTime() };
    }
  }
  return null;
}

function answersOf(face: Face, labels: Labels): string[] | null {
  if (face.media?.some((one) => one.place === 'prompt')) return null;
  if (face.kind === 'true_false') return [labels.yes, labels.no];
  const fits = face.kind === 'choice' && face.choices.length === 2;
  return fits && face.choices.every((one) => one.length <= LONGEST_ANSWER) ? face.choices : null;
}

/** Grades an answer and puts it in the outbox; the verdict holds the right answer and why. */
export async function answered(db: Database, question: Question, pick: number, now: Date): Promise<Verdict> {
  const { card, face, labels } = question;
  const answer = face.kind === 'true_false' ? pick === 0 : pick;
  const meant = face.kind === 'true_false' ? Number(!face.correct) : (face.correct[0] as number);
  const right = pick === meant;
  const review: NewReview = {
    id: crypto.randomUUID(),
    card_id: card.card_id,
    ...(face.variant_id !== null && { variant_id: face.variant_id }),
    answer,
    reviewed_at: now.toISOString(),
    // A notification may hang there for hours before it is read.
    took_ms: Math.min(now.getTime() - question.shown_at, USUAL_SECONDS * 1000),
  };
  // Somebody else may have signed in under a notification that hung there: theirs is not this answer.
  const own = (await kept(db, 'me'))?.id === question.person;
  const counts = !own || (await recordAside(db, card, review, ratingOf(right, 'sure'), question.study_day));
  const said = right ? [] : [question.answers[meant]];
  return {
    title: right ? labels.right : labels.wrong,
    body: [...said, face.explanation].filter(Boolean).join('\n'),
    ...(counts && { review }),
  };
}
