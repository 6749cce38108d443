import { expect, it } from 'vitest';
import * as english from '../support/english.ts';
import { figureChange, shareChange } from '../../src/text/figure-change.ts';

it('is a percentage of what was there before', () => {
  expect(figureChange({ current: 120, previous: 100 }, english)).toEqual({
    direction: 'up',
    tone: 'good',
    amount: '+20%',
  });
  expect(figureChange({ current: 80, previous: 100 }, english)).toMatchObject({ tone: 'warn', amount: '−20%' });
});

it('is a difference where a percentage of so few would mislead', () => {
  expect(figureChange({ current: 5, previous: 2 }, english)?.amount).toBe('+3');
  expect(figureChange({ current: 7, previous: 0 }, english)).toEqual({
    direction: 'up',
    tone: 'neutral',
    amount: '+7',
  });
});

it('is neither praised nor blamed where it is small', () => {
  expect(figureChange({ current: 103, previous: 100 }, english)).toMatchObject({ tone: 'neutral', amount: '+3%' });
  expect(figureChange({ current: 33, previous: 30 }, english)).toMatchObject({ tone: 'neutral', amount: '+10%' });
});

it('is none where nothing moved, and null where there is nothing before', () => {
  expect(figureChange({ current: 1001, previous: 1000 }, english)).toMatchObject({
    direction: 'same',
    tone: 'neutral',
  });
  expect(figureChange({ current: 7, previous: null }, english)).toBeNull();
});

it('of shares is in percentage points, between enough cases', () => {
  const part = { current: 60, previous: 50 };
  expect(shareChange(part, { current: 100, previous: 100 }, 20, english)?.amount).toBe('+10 pp');
  expect(shareChange({ current: 9, previous: 5 }, { current: 100, previous: 10 }, 20, english)).toBeNull();
});
