import { mount } from 'svelte';

import { keepTokensApart } from '../api/tokens.ts';
import '../base.css';
import { deviceLanguage, startTexts } from '../lib/texts.svelte.ts';
import { applyTheme } from '../lib/theme.ts';
import './console.css';
import App from './App.svelte';

const catalogues = import.meta.glob('../texts/{nl,en}/{campaigns,common,console,days_off,drafts,exports,health,imports,inbox,media,releases,search}.json', {
  import: 'default',
});

keepTokensApart('console');
applyTheme();
await startTexts(deviceLanguage(), catalogues);

const target = document.getElementById('app');
if (target === null) throw new Error('the page has no #app');
mount(App, { target });
