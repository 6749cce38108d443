import { TimestampSecond } from 'apache-arrow';
import { FlatTable } from './flatbuffer.ts';

/** Numbers of the fields, by https://github.com/apache/arrow/blob/main/format/Schema.fbs and `Message.fbs` beside it. */
const inMessage = { header: 2 } as const;
const inSchema = { fields: 1 } as const;
const inField = { name: 0, typeKind: 2, type: 3 } as const;
const inTimestamp = { unit: 0, zone: 1 } as const;
const timestampKind = 10;
const secondUnit = 0;

/** Before the message: a mark and its length, or, before version 0.15, its length alone. */
const mark = 0xffffffff;

/**
 * Tells columns of seconds by the writer's copy of the schema: their type, null for others. Parquet has no seconds: writers of Arrow put them
 * down as integers, and say so in that copy alone.
 */
export function secondColumns(copy: string | null): (place: number, name: string) => TimestampSecond | null {
  const fields = orNothing(() => fieldsOf(Uint8Array.from(atob(copy ?? ''), (character) => character.charCodeAt(0))));
  return (place, name) => {
    const field = fields?.[place];
    return field ? orNothing(() => (field.text(inField.name) === name ? secondsOf(field) : null)) : null;
  };
}

/** A copy that is none says nothing; what the file itself says stands. */
function orNothing<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function fieldsOf(bytes: Uint8Array): FlatTable[] {
  const whole = new DataView(bytes.buffer);
  const message = new DataView(bytes.buffer, whole.getUint32(0, true) === mark ? 8 : 4);
  return FlatTable.root(message).table(inMessage.header)?.tables(inSchema.fields) ?? [];
}

function secondsOf(field: FlatTable): TimestampSecond | null {
  if (field.byte(inField.typeKind) !== timestampKind) return null;
  const type = field.table(inField.type);
  if (type && type.short(inTimestamp.unit) !== secondUnit) return null;
  return new TimestampSecond(type?.text(inTimestamp.zone));
}
