/** Does something again every so many milliseconds, as long as the page is looked at. */
export function repeat(does: () => unknown, everyMs: number): void {
  $effect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') void does();
    };
    const timer = setInterval(look, everyMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  });
}
