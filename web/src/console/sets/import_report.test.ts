import { expect, test } from 'vitest';

import { Problem } from '../../api/problem.ts';
import type { Face } from '../../api/types.ts';
import type { ImportReport } from '../wire.ts';
import { asText, goodRows, held, isPacked, lettersLookWrong, reportIn } from './import_report.ts';

const problem = { where: 'row 4', message: 'Kies\nminstens één goed antwoord.', row: 4, column: 'keuzes' };

function report(prompt: string): ImportReport {
  const face: Face = {
    variant_id: null,
    kind: 'recall',
    language: 'nl',
    prompt,
    answer: '',
    explanation: null,
    source: null,
  };
  return {
    created: 20,
    updated: 3,
    unchanged: 5,
    skipped: 1,
    problems: [problem],
    notes: [],
    dry_run: true,
    preview: [{ row: 2, status: 'created', face, topic: null, before: null }],
  };
}

test('a refused upload still shows its report', () => {
  const body = { title: 'Niet overgenomen', errors: [], ...report('Vraag') };
  expect(reportIn(new Problem(422, body))?.problems).toEqual([problem]);
  expect(goodRows(report('Vraag'))).toBe(28);
});

test('any other refusal is no report', () => {
  expect(reportIn(new Problem(413, { title: 'Te groot' }))).toBeNull();
  expect(reportIn(new TypeError('Failed to fetch'))).toBeNull();
});

test('problems copy as rows of a spreadsheet, each on one line', () => {
  const whole = { where: 'file', message: 'Geen kop', row: null, column: null };
  expect(asText([problem, whole], ['Waar', 'Wat'])).toBe(
    'Waar\tWat\nrow 4\tKies minstens één goed antwoord.\nfile\tGeen kop',
  );
});

test.each(['geÃ¯nfecteerd', 'collega\uFFFDs', 'â€˜ja’', 'prijs:Â€5'.replace('€', '\u00A3')])(
  '%s looks wrong',
  (text) => expect(lettersLookWrong(report(text))).toBe(true),
);

test.each(['geïnfecteerd', 'AÇÃO', 'één collega’s', 'Âge'])('%s is a word', (text) =>
  expect(lettersLookWrong(report(text))).toBe(false),
);

test.each(['set.XLSX', 'stapel.apkg', 'alles.colpkg'])('%s has no encoding to choose', (name) =>
  expect(isPacked(name)).toBe(true),
);

test('a table of text has one', () => expect(isPacked('set.xlsx.csv')).toBe(false));

test('a file held keeps its name and bytes', async () => {
  const kept = await held(new File([new Uint8Array([0xff, 0xfe, 65, 0])], 'set.csv'));
  expect(kept.name).toBe('set.csv');
  expect([...new Uint8Array(await kept.arrayBuffer())]).toEqual([0xff, 0xfe, 65, 0]);
});
