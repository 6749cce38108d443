import { Field, Int64, Schema, Table, TimestampMillisecond, TimestampSecond, tableToIPC, Utf8 } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { secondColumns } from '../../workers/decode/parquet/seconds.ts';

const schema = new Schema([
  new Field('id', new Int64(), false),
  new Field('at', new TimestampSecond('Europe/Luxembourg'), true),
  new Field('since', new TimestampSecond(), true),
  new Field('exact', new TimestampMillisecond('UTC'), true),
  new Field('name', new Utf8(), true),
]);
const message = Buffer.from(tableToIPC(new Table(schema), 'stream'));

const zonesOf = (copy: Buffer | string): (string | null | undefined)[] => {
  const seconds = secondColumns(typeof copy === 'string' ? copy : copy.toString('base64'));
  return schema.fields.map(({ name }, place) => {
    const type = seconds(place, name);
    return type === null ? undefined : type.timezone;
  });
};

describe("the writer's copy of the schema", () => {
  it('tells columns of seconds and their zones', () => {
    expect(zonesOf(message)).toEqual([undefined, 'Europe/Luxembourg', null, undefined, undefined]);
  });

  it('tells them without the mark that Arrow puts before a message since version 0.15', () => {
    expect(zonesOf(message.subarray(4))).toEqual([undefined, 'Europe/Luxembourg', null, undefined, undefined]);
  });

  it('says nothing of a column under another name or at another place', () => {
    const seconds = secondColumns(message.toString('base64'));
    expect([seconds(1, 'id'), seconds(0, 'at'), seconds(9, 'at')]).toEqual([null, null, null]);
  });

  it('says nothing where it is none', () => {
    const nothing = schema.fields.map(() => undefined);
    expect(zonesOf('')).toEqual(nothing);
    expect(zonesOf('not base64 !')).toEqual(nothing);
    expect(zonesOf(message.subarray(0, 20))).toEqual(nothing);
  });

  it('is believed in no length or offset: each set to the ends of its range is read at once', () => {
    for (let at = 0; at + 4 <= message.length; at++)
      for (const extreme of [0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0x7fffffff >>> 8]) {
        const damaged = Buffer.from(message);
        damaged.writeUInt32LE(extreme, at);
        expect(zonesOf(damaged)).toHaveLength(schema.fields.length);
      }
  });
});
