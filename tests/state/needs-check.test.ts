import { describe, expect, it } from 'vitest';
import { leftOutAs } from '../../src/contract/left-out.ts';
import type { FileReport, NoteKind } from '../../src/contract/report.ts';
import type { ExportSummary } from '../../src/contract/summary.ts';
import { CheckInSight } from '../../src/state/check-in-sight.svelte.ts';
import { clockOf } from '../../src/state/understood-rows.ts';
import { figuresOf, heldBy, sentencesOf } from '../../src/state/load-check.ts';
import { needsCheck } from '../../src/state/needs-check.ts';
import type { OpenExport } from '../../src/state/open-export.ts';
import { ownFiles, sampleFiles } from '../../src/state/opening/source.ts';
import { samples } from '../../src/state/samples.ts';
import { LocalCalendar } from '../../src/domain/local-calendar.ts';
import { loadCheck } from '../support/load-check.ts';

function report(columns: Record<string, string>, notes: Partial<Record<NoteKind, number>> = {}): FileReport {
  return {
    kind: 'transactions',
    fileName: 'sales.csv',
    format: 'csv',
    bytes: 1,
    shape: 'csv:a',
    rowsRead: 10,
    rowsUsed: 10,
    setAside: [],
    notes: Object.entries(notes).map(([kind, rows]) => ({ kind: kind as NoteKind, rows, examples: [] })),
    hasLocalTimes: false,
    columns: Object.entries(columns).map(([name, found]) => ({ name, found, type: 'text' })),
    absent: [],
    ignored: [],
  };
}

const own = { card_id: 'card_id', transaction_at: 'Transaction At' };

function summary(files: FileReport[], changed: Partial<ExportSummary> = {}): ExportSummary {
  return {
    merchants: [{ id: 1, cards: 4, transactions: 10, storeCount: 0, storeNames: [], hasPurchaseAmounts: true }],
    namesMerchants: false,
    earliest: '2026-01-01T00:00:00.000000Z',
    latest: '2026-03-31T12:00:00.000000Z',
    hasPurchaseAmounts: true,
    currency: null,
    files,
    check: loadCheck({ transactions: 10, rowsRead: 10, rowsUsed: 10, revenue: 1000, largest: 500 }),
    leftOut: [],
    ...changed,
  };
}

const source = ownFiles([new File(['x'], 'sales.csv')], []);

describe('whether files are to be looked at once they are read', () => {
  it.each<[string, boolean, ExportSummary, OpenExport['source']?]>([
    ['files in the contract’s own form', false, summary([report(own)])],
    ['with rows set aside and notes of the data', false, summary([report(own, { refund: 2, 'no-store': 3 })])],
    ['a picture beside them', false, summary([report(own)], { leftOut: leftOutAs('no-part', ['logo.png']) })],
    ['a table left out', true, summary([report(own)], { leftOut: leftOutAs('list-of-goods', ['products.csv']) })],
    ['a column of another name', true, summary([report({ ...own, card_id: 'Customer' })])],
    ['cards that follow', true, summary([report(own, { 'derived-card': 4 })])],
    ['rows without a card', true, summary([report(own, { 'non-member': 4 })])],
    [
      'what somebody decided',
      true,
      summary([report(own)]),
      { ...source, decided: { plans: new Map(), shapes: ['csv:a'] } },
    ],
    [
      'what was confirmed as it is',
      false,
      summary([report(own)]),
      { ...source, decided: { plans: new Map(), shapes: [] } },
    ],
    ['a sample', false, summary([report(own, { 'derived-card': 4 })]), sampleFiles(samples[0]!, false)],
  ])('%s: %s', (_, is, of, from = source) => {
    expect(needsCheck({ source: from, summary: of })).toBe(is);
  });
});

describe('what is said of them', () => {
  const lines = summary([report({}, { 'derived-card': 4, 'derived-type': 10, 'lines-joined': 7, 'non-member': 3 })]);

  it('is what they hold, what follows from what, and what is not known', () => {
    expect(heldBy(lines)).toMatchObject({
      transactions: 10,
      areReceipts: true,
      cards: 4,
      areCustomers: true,
      files: 1,
    });
    expect(sentencesOf(lines)).toEqual([
      { is: 'derived-card', rows: 4 },
      { is: 'derived-type', rows: 10 },
      { is: 'lines-joined', rows: 7 },
      { is: 'no-points', rows: 0 },
      { is: 'one-shop', rows: 0 },
      { is: 'non-member', rows: 3 },
    ]);
  });

  it('is that nothing says what a row was, where there are neither points nor amounts', () => {
    const visits = summary([report({}, { 'derived-type': 10 })], { hasPurchaseAmounts: false });
    expect(sentencesOf(visits).map(({ is }) => is)).toEqual(['every-visit', 'no-points', 'no-amounts', 'one-shop']);
    expect(figuresOf(visits)).toEqual({ rows: { part: 10, whole: 10 }, found: null, revenue: null, largest: null });
  });

  it('has the time on the clock of the calendar, and none where there are dates alone', () => {
    const row = { card: '1', type: null, earning: true, points: null, cents: null, store: null };
    const rows = (...at: string[]) => at.map((one) => ({ ...row, at: one }));
    const local = new LocalCalendar({ timeZone: 'Europe/Luxembourg', weekStart: 1, dayStart: 4 });
    expect(clockOf(rows('2026-01-31T23:30:00.000000Z', '2026-01-31T23:00:00.000000Z'), local)).toEqual([
      { day: '2026-02-01', time: '00:30' },
      { day: '2026-02-01', time: '00:00' },
    ]);
    expect(clockOf(rows('2026-01-31T23:00:00.000000Z'), local)).toEqual([{ day: '2026-02-01', time: null }]);
  });
});

describe('the check and the notice', () => {
  const warned = loadCheck({ rowsRead: 100, rowsUsed: 97, transactions: 100, found: 97, future: 1 });
  const opened = (changed: Partial<OpenExport> = {}): OpenExport => ({
    source,
    summary: summary([report(own, { 'derived-card': 4 })], { check: warned }),
    calendar: { timeZone: 'UTC', weekStart: 1, dayStart: 0 },
    isRemembered: false,
    isAsBefore: false,
    leftOut: [],
    openedOn: 'overview',
    ...changed,
  });

  it('stand until they are dismissed, the check on the view that the files were opened on', () => {
    const session = { current: opened() as OpenExport | null };
    const check = new CheckInSight(session);
    expect(check.warnings.map(({ is }) => is)).toEqual(['rows-unused', 'cards-unfound', 'in-the-future']);
    expect([check.isShownOn('overview'), check.isShownOn('revenue')]).toEqual([true, false]);
    check.dismiss();
    check.dismissWarnings();
    expect([check.isShownOn('overview'), check.isNeeded, check.warnings]).toEqual([false, true, []]);
  });

  it('stay dismissed where another calendar reads the same files, and come back where they are decided anew', () => {
    const of = (current: OpenExport, dismissed: OpenExport): boolean => {
      const session = { current: dismissed as OpenExport | null };
      const check = new CheckInSight(session);
      check.dismiss();
      session.current = current;
      return check.isShownOn('overview');
    };
    expect(of(opened({ summary: summary([report(own, { 'derived-card': 4 })]) }), opened())).toBe(false);
    expect(of(opened({ source: { ...source, decided: { plans: new Map(), shapes: ['csv:a'] } } }), opened())).toBe(
      true,
    );
  });

  it('have nothing to say of a sample, nor of 98 % and more', () => {
    const sample = opened({ source: sampleFiles(samples[0]!, false) });
    expect(new CheckInSight({ current: sample }).warnings).toEqual([]);
    const all = opened({ summary: summary([], { check: loadCheck({ rowsRead: 100, rowsUsed: 98 }) }) });
    expect(new CheckInSight({ current: all }).warnings).toEqual([]);
  });
});
