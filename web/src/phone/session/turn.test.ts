import { describe, expect, test } from 'vitest';
import vectors from '../../../../tests/vectors/wordings.json' with { type: 'json' };
import { cardOf } from '../testing/cards.ts';
import { inTurn, shownAfter } from './turn.ts';

const idOf = (one: number) => (one === 0 ? null : one);

function planned(ids: number[]) {
  const card = cardOf(1, ...ids.map(String));
  const faces = card.faces.map((face, at) => ({ ...face, variant_id: idOf(ids[at] ?? 0) }));
  return { ...card, ...faces[0], faces };
}

describe('the wording of a planned card', () => {
  test.each(vectors.cases)('is the one unseen for longest: $name', (one) => {
    const shown = one.since.map(idOf).reduce<(number | null)[]>(shownAfter, []);
    const card = inTurn(planned(one.planned), shown);
    expect(card.faces.map((face) => face.variant_id)).toEqual(one.then.map(idOf));
    expect(card.variant_id).toBe(card.faces[0]?.variant_id);
    expect(card.prompt).toBe(card.faces[0]?.prompt);
  });

  test('stays where the server knows already what was shown', () => {
    const card = inTurn(planned([32, 0, 31]), [null, 31]);
    expect(card).toEqual(planned([32, 0, 31]));
  });
});
