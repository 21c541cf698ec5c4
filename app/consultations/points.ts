// The points of a consultation that are open to change, or not: an ordered list. A point is known by what it says, so that two
// officers who work on the list at once never change each other's by its place.
import { languages, type Text } from "#app/shared/languages.ts";

export const pointLists = ["open", "fixed"] as const;
export type PointList = (typeof pointLists)[number];

export function isPointList(value: unknown): value is PointList {
  return pointLists.some((list) => list === value);
}

/** Where a list lies in a consultation. */
export const fieldOfPoints = { open: "openToChange", fixed: "notOpenToChange" } as const;

export const mostPoints = 50;
export const longestPoint = 500;

/** What a point is known by. */
export function keyOfPoint(text: Text): string {
  return JSON.stringify(languages.map((language) => text[language] ?? ""));
}

function placeOf(points: readonly Text[], key: string): number {
  return points.findIndex((point) => keyOfPoint(point) === key);
}

export function isAmong(points: readonly Text[], text: Text): boolean {
  return placeOf(points, keyOfPoint(text)) >= 0;
}

/** The list with a point that says something else; null when nobody says the old any more. */
export function changePoint(points: readonly Text[], key: string, text: Text): Text[] | null {
  const place = placeOf(points, key);
  return place < 0 ? null : points.map((point, index) => (index === place ? text : point));
}

/** The list with a point one place up (-1) or down (1), as far as there is one; null when it is gone. */
export function movePoint(points: readonly Text[], key: string, by: -1 | 1): Text[] | null {
  const place = placeOf(points, key);
  if (place < 0) return null;
  const to = Math.min(Math.max(place + by, 0), points.length - 1);
  const moved = points.filter((_, index) => index !== place);
  moved.splice(to, 0, points[place]!);
  return moved;
}

/** The list without a point; null when it is gone already. */
export function removePoint(points: readonly Text[], key: string): Text[] | null {
  const place = placeOf(points, key);
  return place < 0 ? null : points.filter((_, index) => index !== place);
}
