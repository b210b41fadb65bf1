import type { Face, Found, Markable } from '../../api/types.ts';
import { slipsBetween } from '../grading/distance.ts';
import { fold } from '../grading/likeness.ts';
import { plainPrompt, rightAnswer } from '../review/answering.ts';
import type { CardRow } from '../store/database.ts';

const WORD = /[\p{L}\p{N}]+/gu;
/** A shorter word may differ from another by one letter without being a typing error. */
const FORGIVING_FROM = 4;
const PART_FROM = 3;
const WEIGHTS: Record<Markable, number> = { prompt: 8, answer_text: 4, explanation: 2, source: 1, topic: 1 };
const NAMES = Object.keys(WEIGHTS) as Markable[];

type Texts = Record<Markable, string>;

interface Word {
  folded: string;
  start: number;
  end: number;
}

/** The right answer as one text, for every kind. */
export function answerText(face: Face, words: { yes: string; no: string }): string {
  if (face.kind === 'choice' || face.kind === 'multiple_choice') {
    return face.correct.map((index) => face.choices[index]).join(', ');
  }
  if (face.kind === 'true_false') return face.correct ? words.yes : words.no;
  return rightAnswer(face).join('\n');
}

/**
 * Cards on this phone that hold every word of the query, best first: as it is, as part of a longer
 * word, or with one typing error.
 */
export function searchLocally(
  query: string,
  rows: Iterable<CardRow>,
  words: { yes: string; no: string },
): Found[] {
  const wanted = wordsOf(query).map((word) => word.folded);
  if (wanted.length === 0) return [];
  const found: { card: Found; score: number }[] = [];
  for (const row of rows) {
    const best = row.faces
      .map((face) => looked(row, face, wanted, words))
      .reduce((one, other) => (other.score > one.score ? other : one), { card: null, score: 0 });
    if (best.card !== null) found.push({ card: best.card, score: best.score });
  }
  return found.sort((a, b) => b.score - a.score || a.card.card_id - b.card.card_id).map(({ card }) => card);
}

function looked(
  row: CardRow,
  face: Face,
  wanted: string[],
  words: { yes: string; no: string },
): { card: Found | null; score: number } {
  const texts: Texts = {
    prompt: plainPrompt(face),
    answer_text: answerText(face, words),
    explanation: face.explanation ?? '',
    source: face.source ?? '',
    topic: row.topic ?? '',
  };
  const scores = wanted.map(() => 0);
  const marks: Found['marks'] = {};
  for (const name of NAMES) {
    for (const { folded, start, end } of wordsOf(texts[name])) {
      const alike = wanted.map((one) => likeness(one, folded));
      if (!alike.some(Boolean)) continue;
      alike.forEach((like, at) => (scores[at] = Math.max(scores[at] ?? 0, like * WEIGHTS[name])));
      (marks[name] ??= []).push([start, end]);
    }
  }
  if (!scores.every(Boolean)) return { card: null, score: 0 };
  const { card_id, card_set_id, topic } = row;
  const { language, media = [] } = face;
  const card = { ...texts, card_id, card_set_id, card_set_title: null, topic, language, media, marks };
  return { card, score: scores.reduce((sum, score) => sum + score, 0) };
}

/** How well a word of a card answers one that was asked, 0 to 1. */
function likeness(asked: string, said: string): number {
  if (asked === said) return 1;
  if (asked.length < PART_FROM) return 0;
  if (said.startsWith(asked)) return 0.9;
  if (said.includes(asked)) return 0.7;
  if (asked.length < FORGIVING_FROM || Math.abs(asked.length - said.length) > 1) return 0;
  return slipsBetween(asked, said) <= 1 ? 0.5 : 0;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    folded: fold(word),
    start: index,
    end: index + word.length,
  }));
}
