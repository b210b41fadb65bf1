import type { Attachment } from 'svelte/attachments';

/**
 * Lets the items of a list be dragged by their [data-grip]. `move` is told whenever the item passes
 * a neighbour; the buttons do the same for those who cannot drag.
 */
export function dragList(move: (from: number, to: number) => void): Attachment<HTMLElement> {
  return (list) => {
    let dragged: HTMLElement | null = null;

    function start(event: PointerEvent): void {
      const grip = (event.target as Element).closest('[data-grip]');
      dragged = grip?.closest('li') ?? null;
      dragged?.classList.add('dragged');
      if (dragged) list.setPointerCapture(event.pointerId);
    }

    function drag(event: PointerEvent): void {
      if (dragged === null) return;
      const items = [...list.children] as HTMLElement[];
      const to = items.findIndex((item) => event.clientY < item.getBoundingClientRect().bottom);
      const from = items.indexOf(dragged);
      if (to >= 0 && to !== from) move(from, to);
    }

    function end(): void {
      dragged?.classList.remove('dragged');
      dragged = null;
    }

    list.addEventListener('pointerdown', start);
    list.addEventListener('pointermove', drag);
    list.addEventListener('pointerup', end);
    list.addEventListener('pointercancel', end);
    return () => {
      list.removeEventListener('pointerdown', start);
      list.removeEventListener('pointermove', drag);
      list.removeEventListener('pointerup', end);
      list.removeEventListener('pointercancel', end);
    };
  };
}
