import '../base.css';
import { mount } from 'svelte';
import { deviceLanguage, startTexts } from '../lib/texts.svelte.ts';
import { applyTheme } from '../lib/theme.ts';
import App from './App.svelte';

applyTheme();
await startTexts(
  deviceLanguage(),
  import.meta.glob('../texts/*/{common,phone}.json', { import: 'default' }),
);
mount(App, { target: document.getElementById('app') as HTMLElement });
