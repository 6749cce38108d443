import { describe, expect, it } from 'vitest';
import { FileDecoder } from '../../../workers/decode/file-decoder.ts';
import { kindOfCode } from '../../../workers/decode/excel/number-format.ts';
import { shownSerial } from '../../../workers/decode/excel/serial-date.ts';
import { failureOf } from '../../support/exports.ts';
import {
  rowsOfCells,
  tablesOf,
  text,
  workbookByHand,
  type ReadTable,
  type WorkbookByHand,
} from '../../support/workbooks.ts';

const decoder = new FileDecoder();

/** A table with a column of ids and one of the cell. */
async function tableWith(cell: string, more: WorkbookByHand = {}): Promise<ReadTable> {
  const rows = rowsOfCells([text('id'), text('value')], [text('a'), text('x')], [text('b'), cell]);
  const [table] = await tablesOf(decoder, await workbookByHand(rows, more));
  return table!;
}

async function valueOf(cell: string, more: WorkbookByHand = {}): Promise<string | null> {
  return (await tableWith(cell, more)).rows[1]![1]!;
}

describe('the value of a cell', () => {
  it.each<[name: string, cell: string, value: string | null]>([
    ['a whole number', '<c><v>42</v></c>', '42'],
    ['below zero', '<c><v>-7</v></c>', '-7'],
    ['with decimals', '<c><v>12.5</v></c>', '12.5'],
    ['as programs write decimals of binary', '<c><v>12.299999999999999</v></c>', '12.3'],
    ['with an exponent', '<c><v>1.5E-3</v></c>', '0.0015'],
    ['very small', '<c><v>1E-9</v></c>', '0.000000001'],
    ['three decimals, which are no thousands', '<c><v>1.125</v></c>', '1.1250'],
    ['large, with an exponent', '<c><v>1.2E+5</v></c>', '120000'],
    ['of 15 digits', '<c><v>123456789012345</v></c>', '123456789012345'],
    ['of more digits, written exactly', '<c><v>1234567890123456789</v></c>', '1234567890123456789'],
    ['text', text('007'), '007'],
    ['text with spaces', '<c t="inlineStr"><is><t xml:space="preserve"> a  b </t></is></c>', ' a  b '],
    ['text in CDATA', '<c t="inlineStr"><is><t><![CDATA[a > b & c]]></t></is></c>', 'a > b & c'],
    ['entities', text('a &amp; b &lt;i&gt; &#233; &#x20AC;'), 'a & b <i> é €'],
    ['a character that XML does not hold', text('a_x000D_&#10;b'), 'a\r\nb'],
    ['what only looks like one', text('_x005F_x000D_'), '_x000D_'],
    ['rich text', '<c t="inlineStr"><is><r><t>Ga</t></r><r><rPr><b/></rPr><t>re</t></r></is></c>', 'Gare'],
    ['without phonetics', '<c t="inlineStr"><is><t>課</t><rPh sb="0" eb="1"><t>か</t></rPh></is></c>', '課'],
    ['empty text', text(''), null],
    ['true', '<c t="b"><v>1</v></c>', 'true'],
    ['false', '<c t="b"><v>0</v></c>', 'false'],
    ['the result of a formula', '<c><f>A1+1</f><v>3</v></c>', '3'],
    ['a text as the result of a formula', '<c t="str"><f>"a"</f><v>a_x0041_</v></c>', 'aA'],
    ['an empty text as the result of a formula', '<c t="str"><f>""</f><v></v></c>', null],
    ['a date of ISO', '<c t="d"><v>2026-04-03T10:30:00</v></c>', '2026-04-03T10:30:00'],
    ['a shared text', '<c t="s"><v>1</v></c>', 'Port & Quai'],
    ['no index of a shared text, which is none', '<c t="s"><v/></c>', null],
  ])('%s', async (_, cell, value) => {
    expect(await valueOf(cell, { strings: ['<t>Gare</t>', '<t>Port &amp; Quai</t>'] })).toBe(value);
  });

  it.each<[format: string | number, number: string, value: string, more?: WorkbookByHand]>([
    [14, '46115', '2026-04-03'],
    [22, '46115.4375', '2026-04-03 10:30:00'],
    [22, '46115', '2026-04-03 00:00:00'],
    ['dd/mm/yyyy', '46115.4375', '2026-04-03 10:30:00'],
    ['yyyy-mm-dd hh:mm:ss.000', '46115.437500116', '2026-04-03 10:30:00.010'],
    ['[$-407]d. mmmm yyyy;@', '46115', '2026-04-03'],
    ['h:mm AM/PM', '0.4375', '10:30:00'],
    ['h:mm', '46115.4375', '2026-04-03 10:30:00'],
    ['[h]:mm', '1.5', '36:00:00'],
    ['yyyy-mm-dd', '0', '0000-00-00'],
    ['yyyy-mm-dd', '1', '1900-01-01'],
    ['yyyy-mm-dd', '59', '1900-02-28'],
    ['yyyy-mm-dd', '60', '1900-02-29'],
    ['yyyy-mm-dd', '61', '1900-03-01'],
    ['yyyy-mm-dd', '-1', '-1'],
    ['yyyy-mm-dd', '2958466', '2958466'],
    ['yyyy-mm-dd', '44653', '2026-04-03', { date1904: true }],
    ['#,##0 "day"', '46115', '46115'],
    ['0.00E+00', '46115', '46115'],
    ['General', '46115', '46115'],
    [5, '46115', '46115'],
    ['0.00', '12', '12.00'],
    [4, '12.5', '12.50'],
    ['#,##0.00 "€"', '12.345', '12.3450'],
    ['0.00%', '12', '12'],
    ['00000', '7', '00007'],
    ['00000', '123456', '123456'],
    ['00000', '-7', '-7'],
    ['0', '7', '7'],
    ['"K"000', '7', '7'],
    ['0.00,', '12', '12'],
  ])('%s of %s', async (format, number, value, more) => {
    expect(await valueOf(`<c s="1"><v>${number}</v></c>`, { formats: [format], ...more })).toBe(value);
  });

  it.each<[cell: string, kind: string, examples: string[]]>([
    ['<c t="e"><v>#REF!</v></c>', 'error-cell', ['#REF!']],
    ['<c><f>A1</f></c>', 'formula-without-result', []],
    ['<c><v>1.23456789012345E+18</v></c>', 'digits-lost', ['1234567890123450000']],
    ['<c><v>4111111111111110</v></c>', 'digits-lost', ['4111111111111110']],
  ])('%s is said: %s', async (cell, kind, examples) => {
    const { rows, noted } = await tableWith(cell);
    expect(rows[1]![1]).toBe(kind === 'digits-lost' ? examples[0] : null);
    expect(noted).toEqual([{ column: 'value', kind, rows: 1, examples }]);
  });

  it.each(['<c t="s"><v>9</v></c>', '<c t="s"><v>-1</v></c>', '<c t="s"><v>a</v></c>', '<c><v>a</v></c>'])(
    '%s is damage',
    async (cell) => {
      expect(await failureOf(valueOf(cell))).toMatchObject({
        code: 'file-damaged',
        details: { cause: 'contradiction' },
      });
    },
  );
});

describe('formats of numbers', () => {
  it.each([
    ['dd/mm/yyyy', 'date'],
    ['mmm-yy', 'date'],
    ['mmmm', 'date'],
    ['yyyy"年"m"月"d"日"', 'date'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'date'],
    ['yyyy-mm-ddThh:mm:ssZ', 'date-time'],
    ['[Red]dd/mm/yy hh:mm', 'date-time'],
    ['mm:ss.0', 'time'],
    ['h:mm a/p', 'time'],
    ['[mm]:ss', 'duration'],
    ['General', 'number'],
    ['GENERAL', 'number'],
    ['Standard', 'number'],
    ['0', 'number'],
    ['@', 'number'],
    ['"day" 0', 'number'],
    ['\\d0', 'number'],
    ['_-* #,##0.00 [$€-407]_-', 'number'],
    ['[>=100][Magenta]0;[<0]"s"0', 'number'],
    ['0.0,"k"', 'number'],
    ['', 'number'],
  ])('%s is a %s', (code, kind) => {
    expect(kindOfCode(code)).toBe(kind);
  });

  it('every day of both ways to count is the one of the calendar', () => {
    for (let serial = 61; serial < 110_000; serial += 13) {
      const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
      expect(shownSerial(serial, 'date', '1900')).toBe(day);
      expect(shownSerial(serial - 1462, 'date', '1904')).toBe(serial < 1462 ? null : day);
    }
  });

  it('every second of a day is itself, as Excel stores it', () => {
    for (let second = 0; second < 86_400; second += 7) {
      const [hours, minutes, seconds] = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
      const clock = [hours, minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':');
      expect(shownSerial(46_115 + second / 86_400, 'date-time', '1900')).toBe(`2026-04-03 ${clock}`);
    }
  });
});
