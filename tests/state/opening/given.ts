import { leftOutAs } from '../../../src/contract/left-out.ts';
import type { FilePlan, Inspection } from '../../../src/contract/matching.ts';
import type { ExportSummary } from '../../../src/contract/summary.ts';
import type { EngineClient } from '../../../src/platform/engine-client.ts';
import { EngineError } from '../../../src/contract/errors.ts';
import type { Matching } from '../../../src/state/opening/matching.svelte.ts';
import { RememberedPlans } from '../../../src/state/opening/remembered-plans.ts';
import { routeDefaults } from '../../../src/state/route.ts';
import { Session } from '../../../src/state/session.svelte.ts';
import { certainCards, guessedTransactions, inspected, wanted } from '../../support/inspections.ts';
import { RememberedCalendars } from '../../../src/state/opening/remembered-calendars.ts';
import { loadCheck } from '../../support/load-check.ts';

const empty: ExportSummary = {
  merchants: [],
  namesMerchants: true,
  earliest: null,
  latest: null,
  hasPurchaseAmounts: false,
  currency: null,
  files: [],
  check: loadCheck(),
  leftOut: leftOutAs('by-choice', ['old.csv']),
};
/** What the engine says of transactions whose columns it does not know. */
export const missing = new EngineError('column-missing', {
  file: 'buchungen.csv',
  kind: 'transactions',
  missing: ['card_id'],
  columns: [],
});
/** Cards that the engine knows, and transactions that it does not. */
export const exportFiles = [new File(['x'], 'cards.csv'), new File(['x'], 'buchungen.csv')];

/** An engine and a device as a test wants them, for sessions. */
export class Given {
  readonly loads: { files: string[]; plans: Record<string, FilePlan | null> | undefined }[] = [];
  found: Inspection = inspected([certainCards, guessedTransactions]);
  /** What the next loads come to; without any they succeed. */
  outcomes: (EngineError | null)[] = [missing];
  /** What the device keeps. */
  readonly items = new Map<string, string>();

  newSession(storage: Storage | null = this.#device()): Session {
    const engine: Partial<EngineClient> = {
      load: async (chosen, { plans }) => {
        this.loads.push({ files: chosen.map(({ name }) => name), plans: plans && Object.fromEntries(plans) });
        const failure = this.outcomes.shift();
        if (failure) throw failure;
        return empty;
      },
      inspect: async () => this.found,
      wantedColumns: async () => wanted,
    };
    const navigation = { route: routeDefaults, go: () => undefined };
    return new Session(
      engine as EngineClient,
      navigation,
      new RememberedPlans(storage),
      new RememberedCalendars(storage),
    );
  }

  #device(): Storage {
    return {
      getItem: (key: string) => this.items.get(key) ?? null,
      setItem: (key: string, value: string) => void this.items.set(key, value),
      removeItem: (key: string) => void this.items.delete(key),
    } as unknown as Storage;
  }
}

/** What a person is asked in a session; null for nothing. */
export const matchingIn = ({ status }: Session): Matching | null => (status.is === 'matching' ? status.matching : null);
/** A session with an export open, and nothing else going on. */
export const open = (current: object): object => ({ status: { is: 'idle' }, current });
/** A session with nothing open, and nothing going on. */
export const nothing = { status: { is: 'idle' }, current: null };
