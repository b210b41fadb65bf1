/** The calendar day "YYYY-MM-DD" it now is in a time zone. */
export function today(timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date());
}
