import type { AnswerWords, FacePart } from '../sets/faces.ts';
import { partText } from '../sets/faces.ts';
import type { Face, Media } from '../../api/types.ts';
import { showsTheSame } from '../media/faces.ts';
import { effects, type CardChange, type CardText, type Effect } from './wire.ts';

export type Choices = Record<number, Effect>;

/** The effect that is proposed for each card that asks for one. */
export function proposals(items: readonly CardChange[]): Choices {
  const asked = items.filter((one) => one.effect !== null);
  return Object.fromEntries(asked.map((one) => [one.card_id, one.effect as Effect]));
}

/** What authors chose instead. */
export function chosenIn(items: readonly CardChange[]): Choices {
  return Object.fromEntries(items.flatMap(({ card_id, chosen }) => (chosen ? [[card_id, chosen.effect]] : [])));
}

/** The same effect for every card that asks for one. */
export function allOf(choices: Choices, effect: Effect): Choices {
  return Object.fromEntries(Object.keys(choices).map((id) => [id, effect]));
}

export function tally(choices: Choices): Record<Effect, number> {
  const chosen = Object.values(choices);
  const count = (effect: Effect): number => chosen.filter((one) => one === effect).length;
  return { kept: count('kept'), nudged: count('nudged'), new: count('new') };
}

/** Study days until the last nudged card has come by. */
export function daysOfNudging(nudged: number, aDay: number): number {
  return Math.ceil(nudged / aDay);
}

/** The effect that a key stands for while a card has the focus. */
export function effectOfKey(key: string): Effect | undefined {
  return effects[['1', '2', '3'].indexOf(key)];
}

export interface Row {
  /** What the row is about: a part of the face, or what stands around it. */
  part: FacePart | 'topic' | 'tags' | 'valid_until';
  /** Which other wording of the card, from 1; 0 is the card itself. */
  wording: number;
  before: string;
  after: string;
}

/** The parts of a card that differ between two texts, in the order in which they are read. */
export function rowsOf(
  before: CardText | null,
  after: CardText | null,
  words: AnswerWords,
  day: (date: string) => string,
): Row[] {
  const rows: Row[] = pairs(before, after).flatMap(([was, is], wording) =>
    (['kind', 'prompt', 'answer', 'explanation', 'source'] as const).map((part) => ({
      part,
      wording,
      before: was ? partText(was, part, words) : '',
      after: is ? partText(is, part, words) : '',
    })),
  );
  const around: Row[] = [
    { part: 'topic', wording: 0, before: before?.topic ?? '', after: after?.topic ?? '' },
    { part: 'tags', wording: 0, before: listed(before?.tags), after: listed(after?.tags) },
    { part: 'valid_until', wording: 0, before: dated(before, day), after: dated(after, day) },
  ];
  return [...rows, ...around].filter((row) => row.before !== row.after);
}

export interface MediaRow {
  wording: number;
  before: Media[];
  after: Media[];
}

/** The wordings of which pictures, sounds or films differ between two texts. */
export function mediaRowsOf(before: CardText | null, after: CardText | null): MediaRow[] {
  return pairs(before, after).flatMap(([was, is], wording) =>
    showsTheSame(was, is) ? [] : [{ wording, before: was?.media ?? [], after: is?.media ?? [] }],
  );
}

function pairs(before: CardText | null, after: CardText | null): [Face | undefined, Face | undefined][] {
  const [wasOwn, ...was] = before?.faces ?? [];
  const [isOwn, ...is] = after?.faces ?? [];
  const ids = new Set([...was, ...is].map((face) => face.variant_id));
  return [
    [wasOwn, isOwn],
    ...[...ids].map((id): [Face | undefined, Face | undefined] => [
      was.find((face) => face.variant_id === id),
      is.find((face) => face.variant_id === id),
    ]),
  ];
}

function listed(tags: string[] = []): string {
  return tags.join(', ');
}

function dated(text: CardText | null, day: (date: string) => string): string {
  return text?.valid_until ? day(text.valid_until) : '';
}
