import { describe, expect, it } from 'vitest';
import type { FileKind } from '../../src/contract/files.ts';
import type { EngineError } from '../../src/contract/errors.ts';
import type { RecognisedInput } from '../../workers/load/load-order.ts';
import { checkRoom } from '../../workers/load/room.ts';

function file(kind: FileKind, rows: number | null, bytes = 1000): RecognisedInput {
  return { rows, bytes, recognised: { kind } } as RecognisedInput;
}

function failure(...files: RecognisedInput[]): EngineError | null {
  try {
    checkRoom(files);
    return null;
  } catch (thrown) {
    return thrown as EngineError;
  }
}

describe('room for an export', () => {
  it('is there for fifty million transactions of two and a half million cards', () => {
    expect(failure(file('cards', 2_500_000), file('transactions', 50_000_000))).toBeNull();
  });

  it('is not there for a hundred and fifty million, and the message says how many they are', () => {
    const { code, details } = failure(
      file('cards', 2_500_000),
      file('transactions', 75e6),
      file('transactions', 75e6),
    )!;
    expect(code).toBe('too-large');
    expect(details).toMatchObject({ rows: 152_500_000 });
    const { bytes, limit } = details as { bytes: number; limit: number };
    expect(bytes).toBeGreaterThan(limit);
  });

  it('is denied to text only where it could not fit in any case', () => {
    expect(failure(file('cards', 1), file('transactions', null, 8e9))).toBeNull();
    expect(failure(file('cards', 1), file('transactions', null, 40e9))?.code).toBe('too-large');
  });
});
