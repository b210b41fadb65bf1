import type { Page } from '../api/types.ts';

/** Every item of a list, page after page, for tables that sort and filter on the screen. */
export async function everyItem<Item>(
  page: (query: { cursor?: string }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const found: Page<Item> = await page(cursor === null ? {} : { cursor });
    items.push(...found.items);
    cursor = found.next;
  } while (cursor !== null);
  return items;
}
