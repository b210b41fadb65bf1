import i18next, { type TFunction } from 'i18next';
import { speak } from '../api/client.ts';
import type { Language } from '../api/types.ts';

export type Namespace = 'common' | 'phone' | 'console';
/** Catalogues by path, each fetched when first asked for; made with import.meta.glob. */
export type Catalogues = Record<string, () => Promise<unknown>>;

const texts = i18next.createInstance();
let loaders: Catalogues = {};
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

/** Changes the language of every text on the screen, of the page and of the server's messages. */
export async function setLanguage(language: Language): Promise<void> {
  const wanted = Object.entries(loaders).filter(([path]) => path.includes(`/${language}/`));
  await Promise.all(
    wanted.map(async ([path, load]) => {
      const namespace = path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
      texts.addResourceBundle(language, namespace, await load());
    }),
  );
  await texts.changeLanguage(language);
  document.documentElement.lang = language;
  speak(language);
  current = language;
}

/** The language now on the screen; reading it in a component redraws on a change. */
export function language(): Language {
  return current;
}

type Translate = TFunction<['common', 'phone', 'console']>;
type Plain = (key: string, values?: Record<string, unknown>) => string;

const translate = ((key, values) => {
  void current;
  return (texts.t as unknown as Plain)(key, values);
}) satisfies Plain;

/** A text by key ("phone:today.start"); redraws when the language changes. */
export const t = translate as unknown as Translate;

/** The first of the browser's languages that Beklijf speaks. */
export function deviceLanguage(): Language {
  const known = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'nl' || tag === 'en');
  return known === 'en' ? 'en' : 'nl';
}
