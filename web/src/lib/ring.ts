const BOX = 24;

/** Stroke of the ring in a 24-unit box: 2 for a fresh memory, 5 from half a year on. */
export function stroke(stabilityDays: number | null): number {
  const days = Math.min(180, Math.max(0, stabilityDays ?? 0));
  return 2 + 3 * (Math.log1p(days) / Math.log1p(180));
}

/** Radius and dash pattern of a ring filled for `share` (0 to 1) of its turn. */
export function arc(share: number, strokeWidth: number): { radius: number; dash: string } {
  const radius = (BOX - strokeWidth) / 2;
  const turn = 2 * Math.PI * radius;
  const filled = Math.min(1, Math.max(0, share)) * turn;
  return { radius, dash: `${filled.toFixed(2)} ${(turn - filled).toFixed(2)}` };
}
