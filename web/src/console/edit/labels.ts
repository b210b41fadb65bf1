import type { Content } from './content.ts';

export type Labels = Pick<Content, 'topic' | 'tags'>;

export interface Group<Item> extends Labels {
  rows: Item[];
  remove_tags: string[];
}

/** Cards that one request can label: those that get the same labels and lose the same tags. */
export function relabelled<Item extends { content: Content }>(wanted: Map<Item, Labels>): Group<Item>[] {
  const groups = new Map<string, Group<Item>>();
  for (const [row, { topic, tags }] of wanted) {
    const remove_tags = row.content.tags.filter((tag) => !tags.includes(tag));
    const key = JSON.stringify([topic, tags, remove_tags]);
    const group = groups.get(key) ?? { rows: [], topic, tags, remove_tags };
    groups.set(key, group);
    group.rows.push(row);
  }
  return [...groups.values()];
}

/** Tags out of one line, separated by commas. */
export function tagsIn(line: string): string[] {
  return [...new Set(line.split(',').map((tag) => tag.trim()).filter((tag) => tag !== ''))];
}
