import { describe, expect, it } from 'vitest';
import type { FileKind } from '../../src/contract/files.ts';
import type { FileProgress } from '../../src/contract/progress.ts';
import { progressGroups, shareRead } from '../../src/state/load-share.ts';

const file = (
  kind: FileKind | null,
  rowsRead: number,
  rowsTotal: number | null,
  share: number,
  bytes = 100,
): FileProgress => ({
  name: 'x',
  kind,
  rowsRead,
  rowsTotal,
  share,
  bytes,
});

describe('how much is read', () => {
  it('is by rows where they are known, else by bytes', () => {
    const stage = 'reading';
    expect(shareRead({ stage, files: [] })).toBeNull();
    expect(shareRead({ stage, files: [file('cards', 10, 10, 1), file('transactions', 0, 90, 0)] })).toBe(0.1);
    expect(shareRead({ stage, files: [file('cards', 10, 10, 1), file('transactions', 5, null, 0.5)] })).toBe(0.75);
    expect(shareRead({ stage, files: [file('cards', 0, 0, 0)] })).toBe(1);
    expect(shareRead({ stage: 'finishing', files: [] })).toBe(1);
    expect(shareRead({ stage, files: [file('cards', 0, null, 0, 0)] })).toBe(1);
  });

  it('counts a large text file for more than a small one', () => {
    const parts = Array.from({ length: 12 }, (_, index) =>
      file('transactions', index < 6 ? 5 : 0, null, index < 6 ? 1 : 0, index < 6 ? 10 : 90),
    );
    expect(shareRead({ stage: 'reading', files: parts })).toBe(0.1);
    expect(progressGroups(parts)).toMatchObject([{ rowsRead: 30, rowsTotal: null, share: 0.1 }]);
  });

  it('is one line for many files of one kind', () => {
    const parts = Array.from({ length: 12 }, () => file('transactions', 5, 10, 0.5));
    const groups = progressGroups([file('cards', 1, 2, 0.5), ...parts]);
    expect(
      groups.map(({ kind, files, rowsRead, rowsTotal, share }) => [kind, files.length, rowsRead, rowsTotal, share]),
    ).toEqual([
      ['cards', 1, 1, 2, 0.5],
      ['transactions', 12, 60, 120, 0.5],
    ]);
    expect(progressGroups(parts.slice(0, 3))).toHaveLength(3);
  });
});
