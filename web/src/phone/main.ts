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
await resume();
mount(App, { target: document.getElementById('app') as HTMLElement });
if (import.meta.env.PROD) void registerWorker();
