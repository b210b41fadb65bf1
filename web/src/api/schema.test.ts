import { readFile } from 'node:fs/promises';
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';
import { expect, test } from 'vitest';

test('the types are those of the description beside them (npm run schema)', async () => {
  const description = new URL('./openapi.json', import.meta.url);
  const kept = await readFile(new URL('./schema.ts', import.meta.url), 'utf8');
  expect(kept).toBe(COMMENT_HEADER + astToString(await openapiTS(description)));
});
