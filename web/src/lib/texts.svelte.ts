import i18next, { type TFunction } from 'i18next';
import { speak } from '../api/client.ts';
import type { Language } from '../api/types.ts';

/** Catalogues by path, each fetched when first asked for; made with import.meta.glob. */
export type Catalogues = Record<string, () => Promise<unknown>>;

const KEY = 'beklijf.language';
const texts = i18next.createInstance();
let loaders: Catalogues = {};
/** By path, what is there or on its way: who asks second has to wait for it too. */
const fetched = new Map<string, Promise<void>>();
let current = $state<Language>('nl');

/**
 * Loads the texts of one language. Call it once before the first screen. Each app hands over its
 * own catalogues, so that no app ships the texts of the other.
 */
export async function startTexts(language: Language, catalogues: Catalogues): Promise<void> {
  loaders = catalogues;
  await texts.init({
    lng: language,
    resources: {},
    defaultNS: 'common',
    interpolation: { escapeValue: false }, // Svelte escapes what it prints
  });
  await setLanguage(language);
}

/** Adds catalogues that only some screens need, in the language now on the screen. */
export async function addTexts(catalogues: Catalogues): Promise<void> {
  loaders = { ...loaders, ...catalogues };
  await load(catalogues, current);
}

/** Changes the language of every text on the screen, of the page and of the server's messages. */
export async function setLanguage(language: Language): Promise<void> {
  // Catalogues may be added while the others come in.
  for (let known: Catalogues = {}; known !== loaders; ) await load((known = loaders), language);
  await texts.changeLanguage(language);
  document.documentElement.lang = language;
  localStorage.setItem(KEY, language);
  speak(language);
  current = language;
}

async function load(catalogues: Catalogues, language: Language): Promise<void> {
  const wanted = Object.entries(catalogues).filter(([path]) => path.includes(`/${language}/`));
  await Promise.all(
    wanted.map(([path, fetchTexts]) => {
      const coming = fetched.get(path) ?? bring(path, language, fetchTexts);
      fetched.set(path, coming);
      return coming;
    }),
  );
}

async function bring(path: string, language: Language, fetchTexts: () => Promise<unknown>): Promise<void> {
  const namespace = path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
  try {
    texts.addResourceBundle(language, namespace, await fetchTexts());
  } catch (error) {
    // Without a network now; asked again, it may come.
    fetched.delete(path);
    throw error;
  }
}

/** The language now on the screen; reading it in a component redraws on a change. */
export function language(): Language {
  return current;
}

type Translate = TFunction<['common', 'phone', 'settings', 'console', 'campaigns', 'days_off', 'drafts', 'edit', 'exports', 'figures', 'health', 'imports', 'releases', 'find', 'search', 'care', 'inbox', 'media', 'model', 'how', 'why', 'refresh_dates', 'channels', 'operation', 'reminder_log']>;
type Plain = (key: string, values?: Record<string, unknown>) => string;

const translate = ((key, values) => {
  void current;
  return (texts.t as unknown as Plain)(key, values);
}) satisfies Plain;

/** A text by key ("phone:today.start"); redraws when the language changes. */
export const t = translate as unknown as Translate;

/** The language last spoken on this device, else the first of the browser's that Beklijf speaks. */
export function deviceLanguage(): Language {
  const kept = localStorage.getItem(KEY);
  if (kept === 'nl' || kept === 'en') return kept;
  const known = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'nl' || tag === 'en');
  return known === 'en' ? 'en' : 'nl';
}
