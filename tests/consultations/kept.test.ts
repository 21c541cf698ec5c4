import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isNewer, readKept, type Kept } from "#app/consultations/kept.ts";

const page = { fields: [["bus", "Hourly"]] as Kept["fields"], saved: "10:00" };
const kept = (change: Partial<Kept>): Kept => ({ fields: [["bus", "Every hour"]], savedBefore: "10:00", wasSent: false, ...change });

describe("what the browser kept of a page", () => {
  it("is newer when it was typed and never sent", () => {
    expect(isNewer(kept({}), page)).toBe(true);
    expect(isNewer(kept({ savedBefore: "09:00" }), page)).toBe(true);
  });

  it("is not newer when the page shows the same", () => {
    expect(isNewer(kept({ fields: page.fields }), page)).toBe(false);
  });

  it("is newer when it was sent and the server has saved nothing since", () => {
    expect(isNewer(kept({ wasSent: true }), page)).toBe(true);
  });

  it("is older when it was sent and the server has saved since", () => {
    expect(isNewer(kept({ wasSent: true, savedBefore: "09:59" }), page)).toBe(false);
  });

  it("is taken for newer when a quiet saving came before the sending that failed", () => {
    expect(isNewer(kept({ wasSent: true, savedBefore: null }), page)).toBe(true);
  });

  it("is read from whatever a store holds without throwing", () => {
    expect(readKept(JSON.stringify(kept({})))).toEqual(kept({}));
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(null)), (text) => void readKept(text)));
    expect(readKept('{"fields":[["a"]]}')).toBeNull();
    expect(readKept("[]")).toBeNull();
  });
});
