import type { Attachment } from 'svelte/attachments';

/** Tells once when an element comes near the screen, so that a long page fetches no more than that. */
export function whenNear(near: () => void): Attachment<HTMLElement> {
  return (node) => {
    const watcher = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        watcher.disconnect();
        near();
      },
      { rootMargin: '200px' },
    );
    watcher.observe(node);
    return () => watcher.disconnect();
  };
}
