import { describe, expect, test } from 'vitest';

const files = import.meta.glob<Record<string, unknown>>('./{nl,en}/*.json', {
  eager: true,
  import: 'default',
});

function leaves(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  return Object.entries(node as object).flatMap(([key, value]) => leaves(value, `${path}.${key}`));
}

function holes(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();
}

const names = [...new Set(Object.keys(files).map((file) => file.replace(/^.*\/|\.json$/g, '')))];

describe.each(names)('the %s catalogue', (name) => {
  const nl = new Map(leaves(files[`./nl/${name}.json`]));
  const en = new Map(leaves(files[`./en/${name}.json`]));

  test('has every text in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...nl.keys()].sort());
    expect([...nl, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('fills the same values in both languages', () => {
    for (const [key, text] of nl) expect(holes(en.get(key) ?? ''), key).toEqual(holes(text));
  });

  test('raises its voice nowhere', () => {
    expect([...nl, ...en].filter(([, text]) => text.includes('!'))).toEqual([]);
  });
});
