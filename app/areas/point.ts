// A point on the ground as people write it: an Ordnance Survey grid reference, or a latitude and longitude.

export type Point = { latitude: number; longitude: number; gridReference?: string };
export type PointRead = Point | "outside" | "not-understood";

/** "SO 510 399" or "52.0565, -2.7150" as a point in Great Britain and its waters, WGS 84, to about five metres. */
export function readPoint(typed: string): PointRead {
  const text = typed.normalize("NFKC").replace(/\p{Format}/gu, "").trim();
  const point = readGridReference(text) ?? readLatitudeAndLongitude(text);
  if (!point) return "not-understood";
  const { latitude, longitude } = point;
  return latitude > 49 && latitude < 61.5 && longitude > -9.5 && longitude < 2.5 ? point : "outside";
}

// The 100 km squares are lettered A to Z without I, five by five, from the north-west.
const letters = "ABCDEFGHJKLMNOPQRSTUVWXYZ";

function readGridReference(text: string): Point | undefined {
  const [, square = "", digits = ""] = /^([A-HJ-Z]{2})([0-9]{4,10})$/.exec(text.toUpperCase().replace(/[\s,]/g, "")) ?? [];
  if (digits === "" || digits.length % 2 === 1) return undefined;
  const [major = 0, minor = 0] = [...square].map((letter) => letters.indexOf(letter));
  const half = digits.length / 2;
  const metres = 10 ** (5 - half);
  // The middle of the square that the figures name, because a short reference means all of it.
  const within = (figures: string) => Number(figures) * metres + (metres > 1 ? metres / 2 : 0);
  const easting = (((major + 23) % 5) * 5 + (minor % 5)) * 100_000 + within(digits.slice(0, half));
  const northing = (19 - Math.floor(major / 5) * 5 - Math.floor(minor / 5)) * 100_000 + within(digits.slice(half));
  if (easting > 700_000 || northing < 0 || northing > 1_300_000) return undefined;
  return { ...fromNationalGrid(easting, northing), gridReference: `${square} ${digits.slice(0, half)} ${digits.slice(half)}` };
}

function readLatitudeAndLongitude(text: string): Point | undefined {
  const angle = /([+\-\u2212]?\d{1,3}(?:\.\d{1,12})?)\s*°?(?:\s*(\d{1,2}(?:\.\d{1,9})?)['\u2032\u2019](?!['\u2032\u2019]))?(?:\s*(\d{1,2}(?:\.\d{1,9})?)(?:"|\u201d|\u2032\u2032|'')\s*)?\s*([NSEW])?/
    .source;
  const found = new RegExp(`^${angle}[\\s,;/]+${angle}$`, "i").exec(text);
  if (!found) return undefined;
  const [first, second] = [degrees(found.slice(1, 5)), degrees(found.slice(5, 9))];
  const turned = /[EW]/i.test(found[4] ?? "") && /[NS]/i.test(found[8] ?? "");
  const [latitude, longitude] = turned ? [second, first] : [first, second];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude: rounded(latitude), longitude: rounded(longitude) } : undefined;
}

function degrees([whole = "0", minutes = "0", seconds = "0", side = ""]: (string | undefined)[]): number {
  const value = Number(whole.replace("\u2212", "-"));
  const sign = value < 0 || /[SW]/i.test(side) ? -1 : 1;
  return sign * (Math.abs(value) + Number(minutes) / 60 + Number(seconds) / 3600);
}

function rounded(angle: number): number {
  return Math.round(angle * 1e6) / 1e6;
}

// Ordnance Survey, "A guide to coordinate systems in Great Britain", annexes B and C: the ellipsoids of Airy 1830 and
// WGS 84, the National Grid's projection undone, then the seven-parameter Helmert transformation.
const airy = { a: 6_377_563.396, b: 6_356_256.909 };
const wgs84 = { a: 6_378_137, b: 6_356_752.314245 };
const scale = 0.9996012717;
const radians = (angle: number) => (angle * Math.PI) / 180;
const origin = { latitude: radians(49), longitude: radians(-2), easting: 400_000, northing: -100_000 };

function fromNationalGrid(easting: number, northing: number): { latitude: number; longitude: number } {
  const { a, b } = airy;
  const e2 = 1 - (b * b) / (a * a);
  const n = (a - b) / (a + b);
  let latitude = origin.latitude;
  let arc = 0;
  do {
    latitude += (northing - origin.northing - arc) / (a * scale);
    const [less, more] = [latitude - origin.latitude, latitude + origin.latitude];
    arc =
      b *
      scale *
      ((1 + n + (5 / 4) * n ** 2 + (5 / 4) * n ** 3) * less -
        (3 * n + 3 * n ** 2 + (21 / 8) * n ** 3) * Math.sin(less) * Math.cos(more) +
        ((15 / 8) * n ** 2 + (15 / 8) * n ** 3) * Math.sin(2 * less) * Math.cos(2 * more) -
        (35 / 24) * n ** 3 * Math.sin(3 * less) * Math.cos(3 * more));
  } while (Math.abs(northing - origin.northing - arc) >= 0.00001);
  const [sin, cos, tan] = [Math.sin(latitude), Math.cos(latitude), Math.tan(latitude)];
  const nu = (a * scale) / Math.sqrt(1 - e2 * sin * sin);
  const rho = (a * scale * (1 - e2)) / (1 - e2 * sin * sin) ** 1.5;
  const eta2 = nu / rho - 1;
  const d = easting - origin.easting;
  const onAiry = {
    latitude:
      latitude -
      (tan / (2 * rho * nu)) * d ** 2 +
      (tan / (24 * rho * nu ** 3)) * (5 + 3 * tan ** 2 + eta2 - 9 * tan ** 2 * eta2) * d ** 4 -
      (tan / (720 * rho * nu ** 5)) * (61 + 90 * tan ** 2 + 45 * tan ** 4) * d ** 6,
    longitude:
      origin.longitude +
      d / (cos * nu) -
      ((nu / rho + 2 * tan ** 2) * d ** 3) / (cos * 6 * nu ** 3) +
      ((5 + 28 * tan ** 2 + 24 * tan ** 4) * d ** 5) / (cos * 120 * nu ** 5) -
      ((61 + 662 * tan ** 2 + 1320 * tan ** 4 + 720 * tan ** 6) * d ** 7) / (cos * 5040 * nu ** 7),
  };
  return toWgs84(onAiry.latitude, onAiry.longitude);
}

function toWgs84(latitude: number, longitude: number): { latitude: number; longitude: number } {
  const e2 = 1 - airy.b ** 2 / airy.a ** 2;
  const nu = airy.a / Math.sqrt(1 - e2 * Math.sin(latitude) ** 2);
  const x = nu * Math.cos(latitude) * Math.cos(longitude);
  const y = nu * Math.cos(latitude) * Math.sin(longitude);
  const z = (1 - e2) * nu * Math.sin(latitude);
  const [rx, ry, rz] = [radians(0.1502 / 3600), radians(0.247 / 3600), radians(0.8421 / 3600)];
  const grown = 1 - 20.4894e-6;
  const x2 = 446.448 + grown * x - rz * y + ry * z;
  const y2 = -125.157 + rz * x + grown * y - rx * z;
  const z2 = 542.06 - ry * x + rx * y + grown * z;
  const e2of84 = 1 - wgs84.b ** 2 / wgs84.a ** 2;
  const p = Math.hypot(x2, y2);
  let found = Math.atan2(z2, p * (1 - e2of84));
  for (let turn = 0; turn < 6; turn++) {
    const radius = wgs84.a / Math.sqrt(1 - e2of84 * Math.sin(found) ** 2);
    found = Math.atan2(z2 + e2of84 * radius * Math.sin(found), p);
  }
  return { latitude: rounded((found * 180) / Math.PI), longitude: rounded((Math.atan2(y2, x2) * 180) / Math.PI) };
}
