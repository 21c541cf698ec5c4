// The logos of the demonstration's partnerships: invented, drawn from a few shapes point by point, and kept as uploads are.
import sharp from "sharp";
import { drawLogo, saveLogoFile } from "#app/files/logo.server.ts";
import type { Text } from "#app/shared/languages.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { changeLogo } from "#app/partnerships/store.server.ts";
import { text } from "./text.ts";

/** Whether a point lies in it; a hundred units high, from the top. */
type Shape = (x: number, y: number) => boolean;
type Picture = { width: number; layers: [colour: string, shape: Shape][]; alt: Text };

const circle = (cx: number, cy: number, r: number): Shape => (x, y) => (x - cx) ** 2 + (y - cy) ** 2 <= r * r;
const box = (left: number, top: number, right: number, bottom: number): Shape => (x, y) => x >= left && x <= right && y >= top && y <= bottom;
const any = (...shapes: Shape[]): Shape => (x, y) => shapes.some((shape) => shape(x, y));
const without = (shape: Shape, ...holes: Shape[]): Shape => (x, y) => shape(x, y) && !holes.some((hole) => hole(x, y));
/** A band along a wave. */
const wave = (middle: number, half: number, high: number, long: number): Shape => (x, y) =>
  Math.abs(y - middle - high * Math.sin((x / long) * 2 * Math.PI)) <= half;
/** All that lies below a line. */
const below = (line: (x: number) => number): Shape => (x, y) => y >= line(x);
/** A grain leaning away from the stalk. */
const grain = (cx: number, cy: number, turn: number): Shape => (x, y) => {
  const [along, across] = [Math.cos(turn) * (x - cx) + Math.sin(turn) * (y - cy), Math.cos(turn) * (y - cy) - Math.sin(turn) * (x - cx)];
  return (along / 15) ** 2 + (across / 6.5) ** 2 <= 1;
};

export const pictures = {
  marlshire: {
    width: 100,
    alt: text("An oak tree above a river", "Derwen uwchben afon", "دریا کے اوپر بلوط کا درخت"),
    layers: [
      ["#1d5f5a", any(circle(50, 30, 24), circle(30, 40, 18), circle(70, 40, 18), box(30, 38, 70, 57))],
      ["#5a4632", without(box(44, 52, 56, 76), circle(36, 62, 9), circle(64, 62, 9))],
      ["#3f87a6", any(wave(80, 3.6, 3, 50), wave(92, 3.6, 3, 50))],
    ],
  },
  tolbridge: {
    width: 150,
    alt: text("A stone bridge of three arches", "Pont garreg â thri bwa", "تین محرابوں والا پتھر کا پل"),
    layers: [
      ["#8a2f4f", without(box(6, 34, 144, 76), ...[32, 75, 118].flatMap((x) => [circle(x, 66, 16), box(x - 16, 66, x + 16, 80)]))],
      ["#8a2f4f", any(box(0, 26, 150, 34), box(10, 18, 16, 34), box(134, 18, 140, 34))],
      ["#c08a9c", any(wave(85, 2.6, 2, 30), wave(94, 2.6, 2, 30))],
    ],
  },
  wenlowVale: {
    width: 120,
    alt: text("The sun behind two hills", "Yr haul y tu ôl i ddau fryn", "دو پہاڑیوں کے پیچھے سورج"),
    layers: [
      ["#d99a1c", circle(62, 42, 24)],
      ["#7d97c4", below((x) => 62 + ((x - 88) / 9) ** 2)],
      ["#3b5b92", below((x) => 56 + ((x - 30) / 7) ** 2)],
      ["#ffffff", (x, y) => y >= 78 && Math.abs(x - 60 - 14 * Math.sin(y / 7)) <= (y - 70) / 5],
    ],
  },
  netherWenlow: {
    width: 70,
    alt: text("An ear of wheat", "Tywysen o wenith", "گندم کی بالی"),
    layers: [
      ["#5f5316", box(33.6, 20, 36.4, 100)],
      ["#a08a1f", any(...[32, 50, 68].flatMap((y) => [grain(24, y, 0.9), grain(46, y, Math.PI - 0.9)]), grain(35, 17, Math.PI / 2))],
    ],
  },
} satisfies Record<string, Picture>;

const pixelsHigh = 192;
const pointsPerPixel = 3;

function paint({ width, layers }: Picture): { data: Buffer; width: number; height: number } {
  const [across, down] = [Math.round((width * pixelsHigh) / 100), pixelsHigh];
  const data = Buffer.alloc(across * down * 4);
  const unit = 100 / (pixelsHigh * pointsPerPixel);
  for (let pixel = 0; pixel < across * down; pixel += 1) {
    const sum = [0, 0, 0];
    let covered = 0;
    for (let point = 0; point < pointsPerPixel ** 2; point += 1) {
      const x = ((pixel % across) * pointsPerPixel + (point % pointsPerPixel) + 0.5) * unit;
      const y = (Math.floor(pixel / across) * pointsPerPixel + Math.floor(point / pointsPerPixel) + 0.5) * unit;
      const colour = layers.findLast(([, shape]) => shape(x, y))?.[0];
      if (!colour) continue;
      covered += 1;
      for (const channel of [0, 1, 2]) sum[channel]! += Number.parseInt(colour.slice(1 + channel * 2, 3 + channel * 2), 16);
    }
    for (const channel of [0, 1, 2]) data[pixel * 4 + channel] = covered === 0 ? 0 : Math.round(sum[channel]! / covered);
    data[pixel * 4 + 3] = Math.round((255 * covered) / pointsPerPixel ** 2);
  }
  return { data, width: across, height: down };
}

/** Gives a partnership its logo. */
export async function seedLogo(transaction: Transaction, partnershipId: string, picture: Picture): Promise<void> {
  const { data, width, height } = paint(picture);
  const bytes = await sharp(data, { raw: { width, height, channels: 4 } }).png().toBuffer();
  const drawn = await drawLogo({ name: "logo.png", bytes });
  if (!drawn.ok) throw new Error(`The logo was not taken: ${drawn.problem.kind}`);
  const fileId = await saveLogoFile(transaction, partnershipId, drawn.value);
  await changeLogo(transaction, partnershipId, { fileId, width: drawn.value.width, height: drawn.value.height, alt: picture.alt });
}
