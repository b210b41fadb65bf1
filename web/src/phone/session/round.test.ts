import { describe, expect, test } from 'vitest';
import { cardOf, cardsOf } from '../testing/cards.ts';
import {
  answered,
  finished,
  isOver,
  knownAtOnce,
  postponed,
  returning,
  startRound,
  undone,
  type Round,
} from './round.ts';

const TODAY = '2026-11-23';

function after(round: Round, ...answers: boolean[]): Round {
  return answers.reduce((now, right, index) => answered(now, `r${now.steps.length}-${index}`, right, 4_000), round);
}

function onScreen(round: Round): number | undefined {
  return round.waiting[0]?.card.card_id;
}

describe('a round', () => {
  test('holds at most ten cards', () => {
    expect(startRound(TODAY, cardsOf(14)).total).toBe(10);
  });

  test('ends when every card is finished', () => {
    const round = after(startRound(TODAY, cardsOf(3)), true, true);
    expect(isOver(round)).toBe(false);
    expect(isOver(after(round, true))).toBe(true);
  });

  test('ends after three minutes', () => {
    let round = startRound(TODAY, cardsOf(10));
    for (const id of ['a', 'b', 'c']) round = answered(round, id, true, 60_000);
    expect(isOver(round)).toBe(true);
  });

  test('counts a phone that was put down for one minute only', () => {
    expect(isOver(answered(startRound(TODAY, cardsOf(10)), 'a', true, 3_600_000))).toBe(false);
  });

  test('brings a wrong card back a few cards later', () => {
    const round = after(startRound(TODAY, cardsOf(6)), false);
    expect(round.waiting.map((item) => item.card.card_id)).toEqual([2, 3, 4, 1, 5, 6]);
    expect(returning(round)).toBe(1);
  });

  test('asks a card of a pre-test once, right or wrong', () => {
    const goals: [] = [];
    const why = { part: 'pre_test' as const, last_on: null, due_on: null, reviews: 0, correct_run: 0, decay: 0.1542, goals };
    const round = after(startRound(TODAY, cardsOf(2).map((card) => ({ ...card, why }))), false);
    expect(round.waiting.map((item) => item.card.card_id)).toEqual([2]);
  });

  test('asks a returning card in another wording', () => {
    const round = after(startRound(TODAY, [cardOf(1, 'Wat doe je?', 'Wat doe je dan?')]), false);
    expect(round.waiting[0]?.face.prompt).toBe('Wat doe je dan?');
  });

  test('asks a card with one wording in the same words again', () => {
    const round = after(startRound(TODAY, [cardOf(1, 'Wat doe je?')]), false);
    expect(round.waiting[0]?.face.prompt).toBe('Wat doe je?');
  });

  test('lets a card go for today after its second return', () => {
    const round = after(startRound(TODAY, [cardOf(1)]), false, false, false);
    expect(isOver(round)).toBe(true);
  });

  test('never runs its progress back', () => {
    let round = startRound(TODAY, cardsOf(4));
    let before = 0;
    for (const right of [true, false, false, true, false, true, true, true]) {
      round = after(round, right);
      expect(finished(round)).toBeGreaterThanOrEqual(before);
      before = finished(round);
    }
    expect(finished(round)).toBe(4);
  });

  test('shows a card again after an undo, with what was known before', () => {
    const before = after(startRound(TODAY, cardsOf(3)), true);
    for (const right of [true, false]) {
      const round = undone(after(before, right));
      expect(round.waiting.map((item) => item.card.card_id)).toEqual([2, 3]);
      expect(round.waiting[0]?.returned).toBe(0);
      expect(round.steps).toEqual(before.steps);
    }
  });

  test('stays as it is when there is nothing to undo', () => {
    const round = startRound(TODAY, cardsOf(3));
    expect(undone(round)).toBe(round);
  });

  test('leaves a card for later without counting it', () => {
    const round = postponed(startRound(TODAY, cardsOf(3)));
    expect(onScreen(round)).toBe(2);
    expect(round.total).toBe(2);
    expect(finished(round)).toBe(0);
  });

  test('never counts below nothing when all is undone after a returned card was left', () => {
    let round = postponed(after(startRound(TODAY, cardsOf(5)), false, true, true, true));
    for (let steps = 0; steps < 4; steps += 1) round = undone(round);
    expect([finished(round), round.total]).toEqual([0, 5]);
  });

  test('sums up what was known at the first try', () => {
    const round = after(startRound(TODAY, cardsOf(2)), false, true, true);
    expect(knownAtOnce(round)).toEqual({ known: 1, asked: 2 });
  });
});
