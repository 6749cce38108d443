import { DataType, tableFromIPC, TimestampSecond, TimeUnit } from 'apache-arrow';

/** Parquet has no seconds: writers of Arrow put them down as integers, and say so in their copy of the schema alone. */
export const secondsType = new TimestampSecond();

/** Tells columns of seconds by the writer's copy of the schema; none where it is not there or not to be read. */
export function secondColumns(copy: string | null): (place: number, name: string) => boolean {
  try {
    const message = Uint8Array.from(atob(copy ?? ''), (character) => character.charCodeAt(0));
    const { fields } = tableFromIPC(message).schema;
    return (place, name) => {
      const field = fields[place];
      return field?.name === name && DataType.isTimestamp(field.type) && field.type.unit === TimeUnit.SECOND;
    };
  } catch {
    return () => false;
  }
}
