import './platform/close-webrtc.ts';
import './platform/page-requests.ts';
import { mount } from 'svelte';
import App from './App.svelte';
import { createEngineClient } from './platform/engine-client.ts';
import { firstPicture } from './platform/first-picture.ts';
import { installation } from './platform/installation.svelte.ts';
import { offline } from './platform/offline.svelte.ts';
import { rememberedLanguage } from './platform/remembered-language.ts';
import { parseRoute } from './state/route.ts';
import { isFirstView, sampleOf } from './state/samples.ts';
import { fetchMessages } from './text/fetch-messages.ts';
import { withoutWords } from './shell/without-words.ts';
import { isLanguage, languageOf, type Language } from './text/languages.ts';
import './ui/base.css';

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
// Fetched beside the words; but what a sample says first is drawn before.
const asked = parseRoute(location.hash);
const isSeenFirst = isFirstView(asked) && asked.sample !== null && sampleOf(asked.sample) !== null;
const started = isSeenFirst ? firstPicture().then(engine.start) : engine.start();
void offline.start(
  started.catch(() => undefined),
  engine.isBusy,
);
