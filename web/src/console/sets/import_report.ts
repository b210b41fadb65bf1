import { Problem } from '../../api/problem.ts';
import type { ImportReport, RowProblem } from '../wire.ts';

/** A refused upload answers with the same report as an accepted one; null for any other error. */
export function reportIn(error: unknown): ImportReport | null {
  if (!(error instanceof Problem) || typeof error.body !== 'object' || error.body === null) {
    return null;
  }
  const body = error.body as Partial<ImportReport>;
  if (!Array.isArray(body.problems) || !Array.isArray(body.preview)) return null;
  return {
    created: body.created ?? 0,
    updated: body.updated ?? 0,
    unchanged: body.unchanged ?? 0,
    skipped: body.skipped ?? 0,
    problems: body.problems,
    notes: body.notes ?? [],
    dry_run: body.dry_run ?? true,
    preview: body.preview,
  };
}

/** Problems as lines for a spreadsheet or a mail, with tabs between the columns. */
export function asText(problems: RowProblem[], header: string[]): string {
  const lines = problems.map((one) => [one.where, one.message]);
  return [header, ...lines]
    .map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ')).join('\t'))
    .join('\n');
}

/** How many rows would go in if the faulty ones stay out. */
export function goodRows(report: ImportReport): number {
  return report.created + report.updated + report.unchanged;
}

/**
 * Whether the letters look read in the wrong encoding: the replacement sign, or the pairs that
 * UTF-8 leaves behind when it is read as Windows-1252 ("Ã«", "â€™").
 */
export function lettersLookWrong(report: ImportReport): boolean {
  const texts = report.preview.map((row) => `${row.face.prompt} ${row.face.explanation ?? ''}`);
  return texts.some((text) => /\uFFFD|Ã[\u0080-\u00BF]|â€|Â[\u00A0-\u00BF]/.test(text));
}

/** Whether a file of this name holds its letters packed, so that nobody can choose how to read them. */
export function isPacked(name: string): boolean {
  return /\.(xlsx|apkg|colpkg|zip)$/i.test(name);
}

const HOLDS = 20_000_000;

/**
 * The file read into memory at once, so that saving it meanwhile does not break the upload. A deck
 * of hundreds of megabytes is left where it is: a phone has no room for it.
 */
export async function held(file: File): Promise<File> {
  if (file.size > HOLDS) return file;
  return new File([await file.arrayBuffer()], file.name, { type: file.type });
}
