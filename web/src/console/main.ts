import '../base.css';
import { mount } from 'svelte';
import { deviceLanguage, startTexts } from '../lib/texts.svelte.ts';
import { applyTheme } from '../lib/theme.ts';
import Console from './Console.svelte';

applyTheme();
await startTexts(
  deviceLanguage(),
  import.meta.glob('../texts/*/{common,console}.json', { import: 'default' }),
);
mount(Console, { target: document.getElementById('app') as HTMLElement });
