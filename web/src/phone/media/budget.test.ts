import { describe, expect, test } from 'vitest';
import type { Media, SessionCard } from '../../api/types.ts';
import type { CardRow } from '../store/database.ts';
import { cardOf } from '../testing/cards.ts';
import { needsOf, planMedia, type Need } from './budget.ts';

const roomy = { budget: 1_000, most: Infinity };

function need(file: string, bytes: number, on: string, soon = true): Need {
  return { file, bytes, on, soon };
}

function media(file: string): Media {
  return { file, type: 'image/webp', place: 'prompt', alt: 'Een ladder', bytes: 10 };
}

function showing(id: number, ...files: string[]): SessionCard {
  const card = cardOf(id);
  return { ...card, faces: card.faces.map((face) => ({ ...face, media: files.map(media) })) };
}

function row(card: SessionCard, due_on: string | null): CardRow {
  const memory = { recall: null, stability_days: null, answered: null, last: null };
  return { card_id: card.card_id, card_set_id: 1, topic: null, faces: card.faces, due_on, ...memory };
}

describe('the files that are needed', () => {
  test('carry the first day on which a card shows them', () => {
    const days = [
      { study_day: '2026-11-25', cards: [showing(1, 'ladder')] },
      { study_day: '2026-11-24', cards: [showing(2, 'ladder')] },
    ];
    expect(needsOf(days, [row(showing(3, 'ladder'), '2026-12-24')])).toEqual([
      need('ladder', 10, '2026-11-24'),
    ]);
  });

  test('are not needed soon where only a card far off shows them', () => {
    const rows = [row(showing(1, 'ladder'), '2026-12-24'), row(showing(2, 'helm'), null)];
    expect(needsOf([], rows)).toEqual([need('ladder', 10, '2026-12-24', false), need('helm', 10, '', false)]);
  });

  test('of the round under way come before those of any day', () => {
    const days = [{ study_day: '2026-11-24', cards: [showing(1, 'ladder')] }];
    const needs = needsOf(days, [], [showing(2, 'helm')]);
    expect(planMedia(needs, new Set(), roomy).fetch).toEqual(['helm', 'ladder']);
  });
});

describe('what the phone keeps', () => {
  test('comes by day, and small before large within one', () => {
    const needs = [need('film', 900, '2'), need('helm', 50, '2'), need('ladder', 40, '1')];
    expect(planMedia(needs, new Set(), roomy)).toEqual({ fetch: ['ladder', 'helm', 'film'], drop: [] });
  });

  test('stays within the budget, and what is needed last gives way', () => {
    const needs = [need('early', 600, '1'), need('late', 600, '9'), need('small', 300, '5')];
    expect(planMedia(needs, new Set(['late']), roomy)).toEqual({ fetch: ['early', 'small'], drop: ['late'] });
  });

  test('leaves a file alone that alone is beyond the budget', () => {
    const needs = [need('film', 1_001, '1'), need('helm', 1_000, '2')];
    expect(planMedia(needs, new Set(), roomy).fetch).toEqual(['helm']);
  });

  test('stays for a day not planned yet, while there is room', () => {
    const needs = [need('later', 100, '', false), need('helm', 100, '1')];
    expect(planMedia(needs, new Set(['later']), roomy)).toEqual({ fetch: ['helm'], drop: [] });
    expect(planMedia(needs, new Set(['later']), { ...roomy, budget: 100 }).drop).toEqual(['later']);
  });

  test('is not fetched ahead for a card without a planned day', () => {
    expect(planMedia([need('later', 100, '7', false)], new Set(), roomy).fetch).toEqual([]);
  });

  test('loses what no card shows any more', () => {
    expect(planMedia([], new Set(['helm']), roomy)).toEqual({ fetch: [], drop: ['helm'] });
  });

  test('fetches nothing for who saves data, and keeps what is there', () => {
    const needs = [need('helm', 100, '1'), need('ladder', 100, '2')];
    expect(planMedia(needs, new Set(['ladder']), { ...roomy, most: 0 })).toEqual({ fetch: [], drop: [] });
  });
});
