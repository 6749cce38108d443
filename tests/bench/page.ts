// The engine client as the page has it, for the bench to call: built like the page, without its views.
import { createEngineClient, type EngineClient } from '../../src/engine-client';

declare global {
  interface Window {
    engine: EngineClient;
    files: () => File[];
  }
}

window.engine = createEngineClient();
window.files = () => [...(document.querySelector<HTMLInputElement>('#files')?.files ?? [])];
