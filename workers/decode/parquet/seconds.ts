import { DataType, tableFromIPC, TimestampSecond, TimeUnit } from 'apache-arrow';

/**
 * Tells columns of seconds by the writer's copy of the schema: their type, null for others. Parquet has no seconds: writers of Arrow put them
 * down as integers, and say so in that copy alone.
 */
export function secondColumns(copy: string | null): (place: number, name: string) => TimestampSecond | null {
  try {
    const message = Uint8Array.from(atob(copy ?? ''), (character) => character.charCodeAt(0));
    const { fields } = tableFromIPC(message).schema;
    return (place, name) => {
      const field = fields[place];
      const isSeconds = field?.name === name && DataType.isTimestamp(field.type) && field.type.unit === TimeUnit.SECOND;
      return isSeconds ? new TimestampSecond(field.type.timezone) : null;
    };
  } catch {
    return () => null;
  }
}
