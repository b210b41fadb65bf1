import type { InviteAnswer } from '../wire.ts';
import { inBatches, type Invitee } from './addresses.ts';

/** A person the server did not take, at the line where their address was pasted. */
export interface Refusal {
  line: number;
  email: string;
  message: string;
}

export interface Invited extends Omit<InviteAnswer, 'problems'> {
  refused: Refusal[];
}

type Send = (people: { email: string; name?: string }[]) => Promise<InviteAnswer>;

/** Invites people in batches the server takes, and adds its answers up. */
export async function inviteAll(people: Invitee[], send: Send): Promise<Invited> {
  const sum: Invited = { enrolled: 0, invited: 0, already: 0, invitations: [], refused: [] };
  for (const batch of inBatches(people)) {
    const answer = await send(batch.map(({ line: _, ...person }) => person));
    sum.enrolled += answer.enrolled;
    sum.invited += answer.invited;
    sum.already += answer.already;
    sum.invitations.push(...answer.invitations);
    sum.refused.push(...answer.problems.map((problem) => refusal(problem, batch)));
  }
  return sum;
}

/** The server counts the people it was sent ("line 3"); the reader counts pasted lines. */
function refusal(problem: { where: string; message: string }, batch: Invitee[]): Refusal {
  const place = Number(/\d+/.exec(problem.where)?.[0] ?? 0);
  const person = batch[place - 1];
  return { line: person?.line ?? 0, email: person?.email ?? problem.where, message: problem.message };
}
