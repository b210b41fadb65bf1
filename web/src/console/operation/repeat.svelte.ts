/** What takes long costs the server much: it may be busy with this for so small a part of the time. */
const SHARE = 0.05;

/** Does something again every so many milliseconds, or less often where it takes long; only as long as
 * the page is looked at. */
export function repeat(does: () => Promise<unknown>, everyMs: number): void {
  $effect(() => {
    let timer = 0;
    let over = false;

    async function look(): Promise<void> {
      clearTimeout(timer);
      const began = performance.now();
      if (document.visibilityState === 'visible') await does();
      if (!over) timer = window.setTimeout(look, Math.max(everyMs, (performance.now() - began) / SHARE));
    }
    function seen(): void {
      if (document.visibilityState === 'visible') void look();
    }

    timer = window.setTimeout(look, everyMs);
    document.addEventListener('visibilitychange', seen);
    return () => {
      over = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  });
}
