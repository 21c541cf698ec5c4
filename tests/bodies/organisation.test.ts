// Organisations and what they owe, as they are typed and as they are told apart.
import fc from "fast-check";
import { expect, test } from "vitest";
import { contactAsTyped, readContact } from "#app/bodies/contact.ts";
import { isOwed, obligationAsTyped, obligationKinds, readObligation, type ObligationHead } from "#app/bodies/obligation.ts";
import { seniorities } from "#app/bodies/seniority.ts";
import {
  lookAgainOn,
  organisationAsTyped,
  organisationKinds,
  readAreaCodes,
  readCharityNumber,
  readCompanyNumber,
  readOrganisation,
  sectorOfKind,
  sortNameOf,
  supportNeeds,
  voluntaryRoles,
  type OrganisationHead,
} from "#app/bodies/organisation.ts";
import { sectors } from "#app/bodies/sector.ts";
import { addDays } from "#app/shared/dates.ts";

test("a name is told apart without capitals, punctuation or a leading “the”, and never to nothing", () => {
  const names = ["The Gloucester CVS", "gloucester c.v.s", "Gloucester  CVS ", "Race & Equality", "race and equality", "Women’s Aid", "Womens Aid", "The", "???"];
  expect(names.map((en) => sortNameOf({ en }))).toEqual([
    ...["gloucester cvs", "gloucester c v s", "gloucester cvs", "race and equality", "race and equality", "womens aid", "womens aid", "the", "???"],
  ]);
  expect(sortNameOf({ cy: "Mudiad Meithrin" })).toBe("mudiad meithrin");
  fc.assert(fc.property(fc.string({ minLength: 1 }), (en) => en.trim() === "" || sortNameOf({ en: `${en} x` }) !== ""));
});

test("what is known is looked at again a year after it was confirmed, and from the last of February in a leap year", () => {
  expect([lookAgainOn("2026-03-29"), lookAgainOn("2024-02-29")]).toEqual(["2027-03-29", "2025-02-28"]);
  const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("2000-01-01", days));
  fc.assert(fc.property(day, (confirmedOn) => lookAgainOn(confirmedOn) > addDays(confirmedOn, 363) && lookAgainOn(confirmedOn) <= addDays(confirmedOn, 366)));
});

test("numbers of charities and companies are taken as people write them, in each of the three registers", () => {
  expect(["1123456", " 112 3456 ", "1123456-1", "sc012345", "NIC100001", "12345", "XX123"].map(readCharityNumber)).toEqual(["1123456", "1123456", "1123456-1", "SC012345", "NIC100001", undefined, undefined]);
  expect(["1234567", "01234567", "oc301234", "123", "ABC12345"].map(readCompanyNumber)).toEqual(["01234567", "01234567", "OC301234", undefined, undefined]);
  expect([readAreaCodes("e07000081, W05000123 E07000081"), readAreaCodes("Gloucester")]).toEqual([["E07000081", "W05000123"], undefined]);
});

test("every kind of organisation belongs to one sector", () => {
  expect(new Set(organisationKinds).size).toBe(organisationKinds.length);
  for (const kind of organisationKinds) expect(sectors).toContain(sectorOfKind(kind));
});

const text = fc.constantFrom<OrganisationHead["name"]>({ en: "Age Friends" }, { cy: "Ffrindiau" }, { en: "A", cy: "B", ur: "ا" });

test("what is known of an organisation can be typed again and is understood as the same", () => {
  const head: fc.Arbitrary<OrganisationHead> = fc.record({
    ...{ name: text, sector: fc.constantFrom(...sectors), kind: fc.constantFrom(...organisationKinds) },
    ...{ roles: fc.subarray([...voluntaryRoles]), supportNeeds: fc.subarray([...supportNeeds]), areaCodes: fc.subarray(["E07000081", "W05000123"]) },
    ...{ charityNumber: fc.constantFrom(null, "1123456"), companyNumber: fc.constantFrom(null, "01234567"), website: fc.constantFrom(null, "https://example.org/") },
  });
  fc.assert(fc.property(head, (known) => void expect(readOrganisation(organisationAsTyped(known))).toEqual({ ok: true, value: known })));
});

test("whatever is wrong with an organisation is told at once, each at its input", () => {
  const read = readOrganisation({ charityNumber: "x", companyNumber: "x", website: "http://example.org", areaCodes: "here" });
  expect(!read.ok && read.problem.map(({ field }) => field)).toEqual(["name-en", "sector", "kind", "charityNumber", "companyNumber", "website", "areaCodes"]);
});

test("whether somebody came as promised is counted, so that nothing typed says it", () => {
  const typed = { ...obligationAsTyped(null, "2026-03-03"), "text-en": "Come", isMet: "yes" };
  const met = (kind: string) => {
    const read = readObligation({ ...typed, kind }, []);
    return read.ok && read.value.isMet;
  };
  expect(["staff", "attendance"].map(met)).toEqual([true, null]);
});

test("what a partner owes can be typed again, money and share alike", () => {
  const day = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays("2024-01-01", days));
  const head: fc.Arbitrary<ObligationHead> = fc
    .record({
      ...{ kind: fc.constantFrom(...obligationKinds), text, bodyId: fc.constantFrom(null, "board"), startsOn: day, days: fc.option(fc.nat(900)), isMet: fc.option(fc.boolean()) },
      ...{ amountInPence: fc.option(fc.integer({ min: 1, max: 100_000_000 })), share: fc.option(fc.integer({ min: 1, max: 100 })), seniority: fc.constantFrom(...seniorities) },
    })
    .map(({ days, amountInPence, share, seniority, isMet, ...rest }) => ({
      ...{ ...rest, isMet: rest.kind === "attendance" ? null : isMet, endsOn: days === null ? null : addDays(rest.startsOn, days), amountInPence: rest.kind === "finance" ? amountInPence : null },
      ...(rest.kind === "attendance" ? { share, seniority } : { share: null, seniority: null }),
    }));
  fc.assert(
    fc.property(head, day, (known, on) => {
      expect(readObligation(obligationAsTyped(known, "2026-03-03"), ["board"])).toEqual({ ok: true, value: known });
      expect(isOwed(known, on)).toBe(known.startsOn <= on && !(known.endsOn !== null && known.endsOn < on));
    }),
  );
});

test("an obligation is owed to a body that is there, and ends no earlier than it begins", () => {
  const typed = { ...obligationAsTyped(null, "2026-03-03"), "text-en": "Come to the board", kind: "attendance", share: "120", bodyId: "elsewhere", "ends-day": "2", "ends-month": "3", "ends-year": "2026" };
  const read = readObligation(typed, ["board"]);
  expect(!read.ok && read.problem.map(({ field, code }) => [field, code])).toEqual([["bodyId", "body"], ["share", "share"], ["ends-day", "ends-before"]]);
});

test("a contact is somebody who can be reached, and public only where they agreed", () => {
  const read = readContact({ name: " Anna  Rees ", email: "ANNA@example.org", isPublic: "" });
  expect(read).toEqual({ ok: true, value: { name: "Anna Rees", role: {}, email: "anna@example.org", telephone: null, post: null, language: "en", isPublic: false } });
  expect(read.ok && readContact(contactAsTyped({ ...read.value, language: "ur", isPublic: true }))).toMatchObject({ value: { language: "ur", isPublic: true } });
  const nobody = readContact({ name: "", email: "", telephone: "" });
  expect(!nobody.ok && nobody.problem.map(({ code }) => code)).toEqual(["contact-name", "unreachable"]);
});
