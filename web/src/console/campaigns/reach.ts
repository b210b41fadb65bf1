/** Whether less than the target will be known on the date, as far as whole percents tell. */
export function fallsShort(expected: number, target: number): boolean {
  return Math.round(expected * 100) < Math.round(target * 100);
}
