import { expect, it } from 'vitest';
import { warningsOf } from '../../src/domain/load-warnings.ts';
import { loadCheck } from '../support/load-check.ts';

const sound = { rowsRead: 1000, rowsUsed: 1000, transactions: 1000, found: 1000, busiest: 20 };

it.each([
  ['nothing of a sound load', {}, []],
  ['rows that were not used, from two in a hundred on', { rowsUsed: 979 }, ['rows-unused']],
  ['the odd row that was not', { rowsUsed: 981 }, []],
  ['transactions that find no card', { found: 900 }, ['cards-unfound']],
  ['no cards to be found where they follow from the transactions', { found: null }, []],
  ['dates to come', { future: 1 }, ['in-the-future']],
  ['a card that stands for many customers', { busiest: 201 }, ['busy-card']],
  ['a regular', { busiest: 200 }, []],
  ['transactions of other merchants than their cards', { ofOtherMerchants: 21 }, ['other-merchant']],
  ['the odd one of them', { ofOtherMerchants: 20 }, []],
  ['money given back without any that was taken', { refunds: 1000 }, ['refunds-alone']],
  ['points that were earned with amounts below 0, which revenue counts', { refunds: 1000, revenue: -5 }, []],
  ['the usual refunds', { refunds: 10, amountsAbove: 990 }, []],
  ['transactions that may correct others', { numberedAgain: 1 }, ['number-again']],
  ['values that were not read', { unreadValues: 21 }, ['values-unread']],
  ['the odd one that was not', { unreadValues: 20 }, []],
])('warns of %s', (_, changed, expected) => {
  expect(warningsOf(loadCheck({ ...sound, ...changed })).map(({ is }) => is)).toEqual(expected);
});

it('does not call a card busy among a few transactions', () => {
  expect(warningsOf(loadCheck({ transactions: 40, busiest: 30 }))).toEqual([]);
});
