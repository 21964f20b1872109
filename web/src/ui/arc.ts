// The geometry of ArcScale: a half circle of radius 150 around (175, 190), in a box of 350 by 214.

const CENTRE = { x: 175, y: 190 };
const RADIUS = 150;

export type Stop = { value: number; x: number; y: number; share: number };

/** Where each number sits, from the left end to the right one. */
export function stops(min: number, max: number): Stop[] {
  return Array.from({ length: max - min + 1 }, (_, i) => {
    const share = i / (max - min);
    return { value: min + i, share, ...point(share) };
  });
}

/** The arc from the left end to a share of the whole. */
export function arc(share: number): string {
  const from = point(0);
  const to = point(share);
  return `M${from.x} ${from.y}A${RADIUS} ${RADIUS} 0 0 1 ${to.x} ${to.y}`;
}

function point(share: number): { x: number; y: number } {
  const angle = Math.PI * (1 - share);
  return { x: round(CENTRE.x + RADIUS * Math.cos(angle)), y: round(CENTRE.y - RADIUS * Math.sin(angle)) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
