import { call } from '../api/client.ts';
import type { Page } from '../api/types.ts';

type Query = Record<string, string | number | boolean | null | undefined>;

/** Every item of a list, page after page, for tables that sort and filter on the screen. */
export async function everyItem<Item>(path: string, query: Query = {}): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await call<Page<Item>>('GET', path, { query: { ...query, cursor } });
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
}
