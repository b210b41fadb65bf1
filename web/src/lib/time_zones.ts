/** The IANA name of the zone in which this device keeps its time. */
export function deviceTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Every zone the browser knows, with the device's own among them even when it goes by an old name. */
export function timeZones(...others: string[]): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return [...new Set([...known, deviceTimeZone(), ...others])].sort();
}
