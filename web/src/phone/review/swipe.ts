import type { Attachment } from 'svelte/attachments';

const FAR_ENOUGH = 80;

/** Tells when a finger swept sideways; up and down stays scrolling. A button always does the same. */
export function onSwipe(swept: (side: 'left' | 'right') => void): Attachment<HTMLElement> {
  return (node) => {
    let start: { x: number; y: number } | null = null;

    function begin(event: PointerEvent): void {
      start = event.pointerType === 'touch' ? { x: event.clientX, y: event.clientY } : null;
    }

    function end(event: PointerEvent): void {
      if (start === null) return;
      const across = event.clientX - start.x;
      const steep = Math.abs(event.clientY - start.y) * 2 > Math.abs(across);
      start = null;
      if (!steep && Math.abs(across) >= FAR_ENOUGH) swept(across > 0 ? 'right' : 'left');
    }

    node.addEventListener('pointerdown', begin);
    node.addEventListener('pointerup', end);
    return () => {
      node.removeEventListener('pointerdown', begin);
      node.removeEventListener('pointerup', end);
    };
  };
}
