import './platform/close-webrtc.ts';
import { mount } from 'svelte';
import App from './App.svelte';
import { offline } from './platform/offline.svelte.ts';
import { rememberedLanguage } from './platform/remembered-language.ts';
import { languageOf, type Language } from './text/languages.ts';
import { fetchMessages } from './text/messages.ts';
import './ui/base.css';

async function start(language: Language): Promise<void> {
  const make = await fetchMessages(language);
  mount(App, { target: document.getElementById('app')!, props: { language, make, ownsPage: true } });
}

void start(rememberedLanguage() ?? languageOf(navigator.languages));
void offline.start();
