import './platform/close-webrtc.ts';
import './platform/page-requests.ts';
import { mount } from 'svelte';
import App from './App.svelte';
import { createEngineClient } from './platform/engine-client.ts';
import { installation } from './platform/installation.svelte.ts';
import { offline } from './platform/offline.svelte.ts';
import { rememberedLanguage } from './platform/remembered-language.ts';
import { fetchMessages } from './text/fetch-messages.ts';
import { withoutWords } from './shell/without-words.ts';
import { isLanguage, languageOf, type Language } from './text/languages.ts';
import './ui/base.css';

// Fetched beside the words.
const engine = createEngineClient();

async function start(language: Language): Promise<void> {
  const target = document.getElementById('app')!;
  try {
    const make = await fetchMessages(language);
    mount(App, { target, props: { engine, language, make, ownsPage: true } });
  } catch (thrown) {
    target.append(...withoutWords());
    throw thrown;
  }
}

installation.start();
const remembered = rememberedLanguage();
void start(isLanguage(remembered) ? remembered : languageOf(navigator.languages));
void offline.start(engine.start().catch(() => undefined));
