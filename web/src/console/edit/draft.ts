import type { Wording as Written } from '../../api/paths_console.ts';
import type { Face, Kind, Media } from '../../api/types.ts';

export interface Choice {
  text: string;
  right: boolean;
}

export interface Pair {
  left: string;
  right: string;
}

/**
 * One wording as it is typed: the fields of every kind, so that nothing is lost when the author
 * tries another kind. A gap is typed around its answer, as {{72 uur|drie dagen}}.
 */
export interface Draft {
  kind: Kind;
  language: string;
  prompt: string;
  explanation: string;
  source: string;
  answer: string;
  accepted: string[];
  choices: Choice[];
  truth: boolean;
  items: string[];
  pairs: Pair[];
  media: Media[];
  /** Members of the face that have no field here; they travel along. */
  rest: Written;
}

const GAP = /\{\{(.+?)\}\}/g;
const OWN = new Set([
  'variant_id', 'kind', 'language', 'prompt', 'explanation', 'source',
  'answer', 'accepted', 'choices', 'correct', 'gaps', 'items', 'left', 'right', 'media',
]);

export function emptyDraft(kind: Kind, language: string): Draft {
  return {
    kind,
    language,
    prompt: '',
    explanation: '',
    source: '',
    answer: '',
    accepted: [''],
    choices: [
      { text: '', right: true },
      { text: '', right: false },
    ],
    truth: true,
    items: ['', ''],
    pairs: [
      { left: '', right: '' },
      { left: '', right: '' },
    ],
    media: [],
    rest: {},
  };
}

/** A face as its author types it. */
export function draftOf(face: Face): Draft {
  const draft = {
    ...emptyDraft(face.kind, face.language),
    prompt: face.prompt,
    explanation: face.explanation ?? '',
    source: face.source ?? '',
    media: face.media ?? [],
    rest: Object.fromEntries(Object.entries(face).filter(([name]) => !OWN.has(name))),
  };
  switch (face.kind) {
    case 'recall':
      return { ...draft, answer: face.answer };
    case 'choice':
    case 'multiple_choice':
      return { ...draft, choices: face.choices.map((text, at) => ({ text, right: face.correct.includes(at) })) };
    case 'true_false':
      return { ...draft, truth: face.correct };
    case 'typed':
      return { ...draft, accepted: face.accepted };
    case 'cloze':
      return { ...draft, prompt: withAnswers(face.prompt, face.gaps) };
    case 'order':
      return { ...draft, items: face.items };
    case 'match':
      return { ...draft, pairs: face.left.map((left, at) => ({ left, right: face.right[at] ?? '' })) };
  }
}

/** The face as the server takes it; rows that were left open at the end of a list are no part. */
export function faceOf(draft: Draft): Face {
  const { kind, language, prompt, explanation, source, media } = draft;
  const texts = { variant_id: null, language, prompt, explanation, source };
  const shared = { ...draft.rest, ...texts, ...(media.length > 0 && { media }) };
  switch (kind) {
    case 'recall':
      return { ...shared, kind, answer: draft.answer };
    case 'choice':
    case 'multiple_choice': {
      const choices = draft.choices.filter((one) => one.text.trim() !== '');
      const correct = choices.flatMap((one, at) => (one.right ? [at] : []));
      return { ...shared, kind, choices: choices.map((one) => one.text), correct };
    }
    case 'true_false':
      return { ...shared, kind, correct: draft.truth };
    case 'typed':
      return { ...shared, kind, accepted: filled(draft.accepted) };
    case 'cloze':
      return { ...shared, kind, ...withNumbers(prompt) };
    case 'order':
      return { ...shared, kind, items: filled(draft.items) };
    case 'match': {
      const pairs = draft.pairs.filter((one) => one.left.trim() !== '' || one.right.trim() !== '');
      return { ...shared, kind, left: pairs.map((one) => one.left), right: pairs.map((one) => one.right) };
    }
  }
}

/** What is sent: the face without the id of its variant, which stands in the address. */
export function wordingOf(draft: Draft): Written {
  return Object.fromEntries(Object.entries(faceOf(draft)).filter(([name]) => name !== 'variant_id'));
}

export function saysTheSame(one: Draft, other: Draft): boolean {
  return JSON.stringify(sorted(wordingOf(one))) === JSON.stringify(sorted(wordingOf(other)));
}

export function isBlank(draft: Draft): boolean {
  return saysTheSame({ ...draft, language: '' }, emptyDraft(draft.kind, ''));
}

/** What is still open before the server can keep it; null when nothing is. */
export function lacks(draft: Draft): 'prompt' | 'answer' | null {
  if (draft.prompt.trim() === '') return 'prompt';
  const face = faceOf(draft);
  switch (face.kind) {
    case 'recall':
      return face.answer.trim() === '' ? 'answer' : null;
    case 'choice':
    case 'multiple_choice':
      return face.choices.length < 2 || face.correct.length === 0 ? 'answer' : null;
    case 'typed':
      return face.accepted.length === 0 ? 'answer' : null;
    case 'cloze':
      return face.gaps.length === 0 ? 'answer' : null;
    case 'order':
      return face.items.length < 2 ? 'answer' : null;
    case 'match':
      return face.left.length < 2 || [...face.left, ...face.right].some((text) => text.trim() === '')
        ? 'answer'
        : null;
    default:
      return null;
  }
}

function withAnswers(prompt: string, gaps: string[][]): string {
  return prompt.replace(/\{\{(\d+)\}\}/g, (mark, number: string) => {
    const gap = gaps[Number(number) - 1];
    return gap ? `{{${gap.join('|')}}}` : mark;
  });
}

function withNumbers(prompt: string): { prompt: string; gaps: string[][] } {
  const gaps: string[][] = [];
  const numbered = prompt.replace(GAP, (mark, answers: string) => {
    const accepted = filled(answers.split('|').map((one) => one.trim()));
    if (accepted.length === 0) return mark;
    gaps.push(accepted);
    return `{{${gaps.length}}}`;
  });
  return { prompt: numbered, gaps };
}

function filled(texts: string[]): string[] {
  return texts.filter((text) => text.trim() !== '');
}

function sorted(written: Written): [string, unknown][] {
  return Object.entries(written).sort(([one], [other]) => (one < other ? -1 : 1));
}
