import { describe, expect, it } from 'vitest';
import { inks, isColor, nextInk, readColor } from '#domain/codebook/inks.ts';

describe('the inks', () => {
  it('are sixteen, alternating between two series', () => {
    expect(inks.length).toBe(16);
    expect(inks.map((ink) => ink.series)).toEqual(Array.from({ length: 8 }, () => ['square', 'round']).flat());
  });

  it('gives the unused ink farthest in hue from its group', () => {
    expect(nextInk([], [])).toBe('brick');
    expect(nextInk(['brick'], ['brick'])).toBe('cyan');
    expect(nextInk(['brick', 'cyan'], ['brick', 'cyan'])).toBe('moss');
    expect(nextInk(['brick', 'cyan', 'moss'], ['brick', 'cyan'])).toBe('violet');
  });

  it('uses every ink once before any twice', () => {
    const used: string[] = [];
    for (let count = 0; count < 32; count++) used.push(nextInk(used, used.slice(-3)));
    expect([new Set(used.slice(0, 16)).size, new Set(used.slice(16)).size]).toEqual([16, 16]);
  });

  it('does not mind colours that are no inks', () => {
    expect(nextInk(['#123456'], ['#123456'])).toBe('brick');
  });

  it('knows a colour when it sees one', () => {
    expect(['teal', '#a0b1c2', '#A0B1C2', 'mauve', '#abc', ''].map(isColor)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(['Teal ', '#A0B1C2', 'mauve'].map(readColor)).toEqual(['teal', '#a0b1c2', null]);
  });
});
