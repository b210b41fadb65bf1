import type { Kind } from '../../api/types.ts';
import { type Draft, emptyDraft, faceOf } from './draft.ts';

const GAP = /\{\{(.+?)\}\}/g;
const OPEN = '…';

/** The wording as another kind: question, explanation and source stay, and as much of the answer
 * as that kind can say. What was typed for the kind before stays in the draft. */
export function asKind(draft: Draft, kind: Kind): Draft {
  if (kind === draft.kind) return draft;
  const right = rightAnswers(draft);
  const prompt = draft.kind === 'cloze' ? draft.prompt.replace(GAP, OPEN) : draft.prompt;
  const next = { ...draft, kind, prompt };
  switch (kind) {
    case 'recall':
      return { ...next, answer: draft.answer || right.join(draft.kind === 'order' ? '\n' : ', ') };
    case 'choice':
    case 'multiple_choice':
      return { ...next, choices: choicesFor(draft, kind, right) };
    case 'typed':
      return { ...next, accepted: some(draft.accepted) ? draft.accepted : orOne(right) };
    case 'cloze':
      return { ...next, prompt: withGap(prompt, right) };
    case 'order':
      return { ...next, items: some(draft.items) ? draft.items : atLeastTwo(listOf(draft, right)) };
    default:
      return next;
  }
}

function rightAnswers(draft: Draft): string[] {
  switch (draft.kind) {
    case 'recall':
      return draft.answer.trim() === '' ? [] : [draft.answer];
    case 'choice':
    case 'multiple_choice':
      return draft.choices.filter((one) => one.right && one.text.trim() !== '').map((one) => one.text);
    case 'typed':
      return draft.accepted.filter((one) => one.trim() !== '');
    case 'cloze': {
      const face = faceOf(draft);
      return face.kind === 'cloze' ? face.gaps.map((gap) => gap[0] ?? '') : [];
    }
    case 'order':
      return draft.items.filter((one) => one.trim() !== '');
    case 'match':
      return draft.pairs.filter((one) => one.left.trim() !== '').map((one) => `${one.left} – ${one.right}`);
    default:
      return [];
  }
}

function choicesFor(draft: Draft, kind: Kind, right: string[]): Draft['choices'] {
  if (some(draft.choices.map((one) => one.text))) {
    return kind === 'multiple_choice' ? draft.choices : onlyFirstRight(draft.choices);
  }
  const texts = kind === 'choice' ? right.slice(0, 1) : right;
  const made = texts.map((text) => ({ text, right: true }));
  return made.length === 0 ? emptyDraft(kind, '').choices : [...made, { text: '', right: false }];
}

function onlyFirstRight(choices: Draft['choices']): Draft['choices'] {
  const first = choices.findIndex((one) => one.right);
  return choices.map((one, at) => ({ ...one, right: at === first }));
}

/** The answer becomes the gap where the question holds it, else it comes behind the question. */
function withGap(prompt: string, right: string[]): string {
  const answer = right[0];
  if (answer === undefined) return prompt;
  if (prompt.includes(OPEN)) {
    let number = 0;
    return prompt.replaceAll(OPEN, () => `{{${right[number++] ?? answer}}}`);
  }
  if (prompt.includes(answer)) return prompt.replace(answer, () => `{{${answer}}}`);
  return `${prompt} {{${answer}}}`.trim();
}

function listOf(draft: Draft, right: string[]): string[] {
  if (draft.kind === 'recall') return (right[0] ?? '').split('\n').filter((one) => one.trim() !== '');
  return draft.kind === 'choice' || draft.kind === 'multiple_choice'
    ? draft.choices.map((one) => one.text)
    : right;
}

function atLeastTwo(texts: string[]): string[] {
  return texts.length >= 2 ? texts : [...texts, '', ''].slice(0, 2);
}

function orOne(texts: string[]): string[] {
  return texts.length > 0 ? texts : [''];
}

function some(texts: string[]): boolean {
  return texts.some((text) => text.trim() !== '');
}
