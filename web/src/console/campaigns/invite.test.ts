import { expect, test } from 'vitest';

import type { InviteAnswer } from '../wire.ts';
import { inviteAll } from './invite.ts';

const nothing: InviteAnswer = { enrolled: 0, invited: 0, already: 0, problems: [], invitations: [] };

test('a refusal is shown at the line that was pasted, not at the place in the request', async () => {
  const people = [
    { line: 2, email: 'fatima@x.nl' },
    { line: 7, email: 'viktor@elders.nl' },
  ];
  const answer = { ...nothing, problems: [{ where: 'line 2', message: 'Hoort bij een ander bedrijf.' }] };
  const sum = await inviteAll(people, async () => answer);
  expect(sum.refused).toEqual([
    { line: 7, email: 'viktor@elders.nl', message: 'Hoort bij een ander bedrijf.' },
  ]);
});

test('more than a thousand people go in several requests and come back as one answer', async () => {
  const sizes: number[] = [];
  const people = Array.from({ length: 1200 }, (_, at) => ({ line: at + 1, email: `p${at}@x.nl` }));
  const sum = await inviteAll(people, async (batch) => {
    sizes.push(batch.length);
    return { ...nothing, enrolled: batch.length, invited: 1 };
  });
  expect(sizes).toEqual([1000, 200]);
  expect(sum.enrolled).toBe(1200);
  expect(sum.invited).toBe(2);
});

test('the line stays here and is not sent', async () => {
  const sent: object[] = [];
  await inviteAll([{ line: 4, email: 'a@x.nl', name: 'A' }], async (batch) => {
    sent.push(...batch);
    return nothing;
  });
  expect(sent).toEqual([{ email: 'a@x.nl', name: 'A' }]);
});
