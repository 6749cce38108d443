import { untrack } from 'svelte';
import { askSources } from '../domain/insights/sources.ts';
import type { CalendarInForce } from './calendar.svelte.ts';
import type { Navigation } from './navigation.svelte.ts';
import { askedScope } from './scope.ts';
import type { Session } from './session.svelte.ts';

/**
 * Asks what the overview of an export that was just loaded is about to ask, while the page is busy with making that view; whoever asks
 * the same meanwhile gets the same answer (`platform/engine-client.ts`). Called while a component is set up.
 */
export function askAhead(session: Session, navigation: Navigation, calendar: CalendarInForce): void {
  // Before what it says changes the page.
  $effect.pre(() => {
    void session.revision;
    untrack(() => {
      if (!session.current || session.beforehand || navigation.route.view !== 'overview') return;
      const asked = askedScope(session, navigation, calendar.local);
      // The view itself hears of a failure.
      session.engine.overview(asked).catch(() => undefined);
      void askSources(session.engine, asked);
    });
  });
}
