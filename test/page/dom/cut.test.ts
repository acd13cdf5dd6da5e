import { describe, expect, it } from 'vitest';
import { clipped, isSolid, isThin, opacityOf } from '../../../src/page/dom/cut';

const box = { left: 100, top: 50, right: 300, bottom: 90 };
const isGone = (path: string) => isThin(clipped(path, box));

describe('a clip', () => {
  it.each([
    'inset(50%)',
    'inset(0px 100% 0px 0px)',
    'inset(0px 0px 39px)',
    'inset(calc(50% + 1px))',
    'circle(0px)',
    'circle(0px at 50% 50%)',
    'ellipse(0px 10px)',
    'polygon(0px 0px, 0px 0px, 0px 0px)',
    'polygon(0px 0px, 100% 0px, 0px 0px)',
    'path("M 0 0 h 9 v 9 z")',
    'url("#shape")',
  ])('leaves nothing, or nobody knows what: %s', (path) => {
    expect(isGone(path)).toBe(true);
  });

  it.each([
    'inset(0px)',
    'inset(0px round 4px)',
    'inset(-10px)',
    'inset(10px 20%)',
    'circle(50%)',
    'circle(closest-side)',
    'ellipse(50% 50% at 50% 50%)',
    'polygon(0px 0px, 100% 0px, 100% 100%, 0px 100%)',
    'polygon(evenodd, 0px 0px, 100% 0px, 50% 100%)',
    'border-box',
  ])('leaves something to see: %s', (path) => {
    expect(isGone(path)).toBe(false);
  });

  it('leaves a part where it says', () => {
    expect(clipped('inset(10px 50% 0px 20px)', box)).toEqual({ left: 120, top: 60, right: 200, bottom: 90 });
    expect(clipped('circle(10px at 0px 0px)', box)).toEqual({ left: 90, top: 40, right: 110, bottom: 60 });
  });
});

it('a color hides as much as it says, in each way browsers write it', () => {
  expect(
    [
      'rgb(0, 0, 0)',
      '#fff',
      'rgba(0, 0, 0, 0.25)',
      'rgb(0 0 0 / 50%)',
      'color(srgb 1 1 1 / 0)',
      'transparent',
    ].map(opacityOf),
  ).toEqual([1, 1, 0.25, 0.5, 0, 0]);
});

it('a picture of colors is solid where all of them are', () => {
  expect(isSolid('linear-gradient(rgb(0, 0, 0), rgb(1, 1, 1))')).toBe(true);
  expect(isSolid('linear-gradient(rgb(0, 0, 0), rgba(0, 0, 0, 0))')).toBe(false);
  expect(isSolid('url("mask.svg")')).toBe(false);
});
