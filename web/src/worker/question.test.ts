import { beforeEach, expect, test } from 'vitest';
import type { Face, Me, SessionCard } from '../api/types.ts';
import { keep, kept, type Database } from '../phone/store/database.ts';
import { cardOf } from '../phone/testing/cards.ts';
import { emptyStore, newRound, TODAY } from '../phone/testing/store.ts';
import { answered, firstQuestion } from './question.ts';

const LABELS = { yes: 'Waar', no: 'Niet waar', right: 'Goed', wrong: 'Nog niet' };
const NINE = new Date(`${TODAY}T09:00:00Z`);
const ME = { id: 1, time_zone: 'Europe/Amsterdam', language: 'nl', cards_per_day: 10, pauses: [] };

let db: Database;

beforeEach(async () => {
  db = await emptyStore();
  await keep(db, 'me', ME as unknown as Me);
});

function faceOf(face: Partial<Face>): Face {
  return { variant_id: null, language: 'nl', prompt: 'Mag dat?', explanation: 'Want het mag.', source: null, ...face } as Face;
}

function asked(id: number, face: Partial<Face>): SessionCard {
  const whole = faceOf(face);
  return { ...cardOf(id), ...whole, faces: [whole] } as SessionCard;
}

const TRUE = asked(2, { kind: 'true_false', correct: true });
const CHOICE = asked(3, { kind: 'choice', choices: ['Bellen', 'Klikken'], correct: [0] });

async function planned(...cards: SessionCard[]): Promise<void> {
  await db.put('days', { study_day: TODAY, cards, budget: 10 });
}

test('asks the first card that two buttons can answer', async () => {
  await planned(cardOf(1), TRUE, CHOICE);
  const question = await firstQuestion(db, LABELS, NINE);
  expect([question?.card.card_id, question?.prompt]).toEqual([2, 'Mag dat?']);
  expect(question?.answers).toEqual(['Waar', 'Niet waar']);
});

test('asks the wording that was not shown last', async () => {
  const other = faceOf({ ...TRUE, variant_id: 7, prompt: 'Is dat toegestaan?' } as Partial<Face>);
  await planned({ ...TRUE, faces: [...TRUE.faces, other] });
  const row = { card_id: 2, card_set_id: 4, topic: null, faces: [], due_on: TODAY, recall: null, stability_days: null, last: null };
  await db.put('cards', { ...row, answered: { on: '2026-11-20', at: '2026-11-20T09:00:00Z', shown: [null] } });
  expect((await firstQuestion(db, LABELS, NINE))?.prompt).toBe('Is dat toegestaan?');
});

test.each([
  ['more choices than buttons', { kind: 'choice', choices: ['a', 'b', 'c'], correct: [0] }],
  ['words that do not fit on a button', { kind: 'choice', choices: ['a', 'b'.repeat(41)], correct: [0] }],
  ['a picture that belongs to it', { kind: 'true_false', correct: true, media: [{ place: 'prompt' }] }],
] as [string, Partial<Face>][])('asks nothing with %s', async (_what, face) => {
  await planned(asked(1, face));
  expect(await firstQuestion(db, LABELS, NINE)).toBeNull();
});

test('asks nothing on a phone without a plan for today, in a pause, or when nobody is signed in', async () => {
  expect(await firstQuestion(db, LABELS, NINE)).toBeNull();
  await planned(TRUE);
  await keep(db, 'me', { ...ME, pauses: [{ id: 1, kind: 'leave', from: TODAY, until: TODAY }] } as unknown as Me);
  expect(await firstQuestion(db, LABELS, NINE)).toBeNull();
  await db.delete('kept', 'me');
  expect(await firstQuestion(db, LABELS, NINE)).toBeNull();
});

test.each([
  [TRUE, 0, 'Goed', 'Want het mag.'],
  [TRUE, 1, 'Nog niet', 'Waar\nWant het mag.'],
  [CHOICE, 0, 'Goed', 'Want het mag.'],
  [CHOICE, 1, 'Nog niet', 'Bellen\nWant het mag.'],
])('says what an answer was worth, and why', async (card, pick, title, body) => {
  await planned(card);
  const question = await firstQuestion(db, LABELS, NINE);
  expect(await answered(db, question!, pick, NINE)).toMatchObject({ title, body });
});

test('puts the answer in the outbox like any other, and does not ask it again', async () => {
  await planned(TRUE, CHOICE);
  const question = await firstQuestion(db, LABELS, NINE);
  const { review } = await answered(db, question!, 0, new Date(NINE.getTime() + 5_000));
  const [row] = await db.getAll('outbox');
  expect(row?.review).toMatchObject({ card_id: 2, answer: true, took_ms: 5_000 });
  expect(review).toEqual(row?.review);
  expect((await firstQuestion(db, LABELS, NINE))?.card.card_id).toBe(3);
  expect(await kept(db, 'practised')).toEqual([TODAY]);
});

test('takes the card out of a round that is under way', async () => {
  await planned(asked(1, { kind: 'true_false', correct: true }));
  await keep(db, 'round', newRound(3));
  const question = await firstQuestion(db, LABELS, NINE);
  await answered(db, question!, 0, NINE);
  const round = await kept(db, 'round');
  expect([round?.waiting.length, round?.total]).toEqual([2, 2]);
});

test('an answer to a question of somebody else is handed in, and not kept as that of who is signed in', async () => {
  await planned(TRUE);
  const question = await firstQuestion(db, LABELS, NINE);
  await keep(db, 'me', { ...ME, id: 2 } as unknown as Me);
  expect((await answered(db, question!, 0, NINE)).review).toMatchObject({ card_id: 2 });
  expect(await db.count('outbox')).toBe(0);
});

test('counts a card that was answered in the app meanwhile once', async () => {
  await planned(TRUE);
  const question = await firstQuestion(db, LABELS, NINE);
  await answered(db, question!, 0, NINE);
  expect((await answered(db, question!, 1, NINE)).review).toBeUndefined();
  expect(await db.count('outbox')).toBe(1);
});
