import '../base.css';
import { mount } from 'svelte';
import { deviceLanguage, startTexts } from '../lib/texts.svelte.ts';
import { applyTheme } from '../lib/theme.ts';
import App from './App.svelte';
import { resume } from './enter.ts';
import { registerWorker } from './frame/update.svelte.ts';
import { catchInstall } from './install/install.svelte.ts';

applyTheme();
catchInstall();
await startTexts(
  deviceLanguage(),
  import.meta.glob('../texts/*/{common,phone}.json', { import: 'default' }),
);
// Without its store the app can do nothing, but a page that says so is better than none.
await resume().catch((error: unknown) => console.error('the store cannot be opened', error));
mount(App, { target: document.getElementById('app') as HTMLElement });
if (import.meta.env.PROD) void registerWorker();
