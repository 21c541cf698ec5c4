// What the council's own provider says of somebody, and what that is worth.
import { expect, test } from "vitest";
import { isFromTheFuture, isSureEnough, problemOf, provedAtOf, providerProblems, statusOfProblem, verifiedEmailOf } from "#app/people/identity.ts";
import { findFaultOfProvider, isSafeIssuer } from "#app/shared/identity-provider.ts";
import { readConfig } from "#app/shared/config.server.ts";

test("an address counts where the provider vouches for it", () => {
  expect(verifiedEmailOf({ email: "Mair@Council.example", email_verified: true }, false)).toBe("mair@council.example");
  expect(verifiedEmailOf({ email: "mair@council.example", email_verified: "true" }, false)).toBe("mair@council.example");
  for (const email_verified of [false, "false", undefined, null, 1]) {
    expect(verifiedEmailOf({ email: "mair@council.example", email_verified }, false)).toBeNull();
  }
});

test("an address of which nothing is said counts by the setting alone, one that is said to be unverified never", () => {
  expect(verifiedEmailOf({ email: "mair@council.example" }, true)).toBe("mair@council.example");
  expect(verifiedEmailOf({ email: "mair@council.example", email_verified: false }, true)).toBeNull();
});

test("what is no address is nobody's", () => {
  for (const email of [undefined, 5, "mair", "mair@council", ["mair@council.example"]]) {
    expect(verifiedEmailOf({ email, email_verified: true }, true)).toBeNull();
  }
});

test("where nothing is asked the provider decides how surely it knows people", () => {
  expect(isSureEnough({}, { requiredAcr: [], requiredAmr: [] })).toBe(true);
});

test("where something is asked one of its values is needed", () => {
  const asks = { requiredAcr: ["gold", "silver"], requiredAmr: ["mfa"] };
  expect(isSureEnough({ acr: "silver", amr: ["pwd", "mfa"] }, asks)).toBe(true);
  expect(isSureEnough({ acr: "bronze", amr: ["pwd", "mfa"] }, asks)).toBe(false);
  expect(isSureEnough({ acr: "silver", amr: ["pwd"] }, asks)).toBe(false);
  expect(isSureEnough({ acr: "silver", amr: "mfa" }, asks)).toBe(false);
  expect(isSureEnough({}, asks)).toBe(false);
});

test("clocks may be a minute apart", () => {
  const now = new Date("2026-12-02T09:00:00Z");
  const seconds = now.getTime() / 1000;
  expect(isFromTheFuture({ iat: seconds + 60 }, now)).toBe(false);
  expect(isFromTheFuture({ iat: seconds + 61 }, now)).toBe(true);
});

test("each fault is a problem that has a page", () => {
  expect(problemOf(new TypeError("fetch failed"))).toBe("down");
  expect(problemOf({ code: "OAUTH_TIMEOUT" })).toBe("down");
  expect(problemOf({ code: "OAUTH_RESPONSE_IS_NOT_CONFORM", status: 502 })).toBe("down");
  expect(problemOf({ code: "OAUTH_RESPONSE_IS_NOT_CONFORM", status: 404 })).toBe("untrusted");
  expect(problemOf({ error: "temporarily_unavailable" })).toBe("down");
  expect(problemOf({ error: "access_denied" })).toBe("refused");
  expect(problemOf({ error: "invalid_grant" })).toBe("stale");
  expect(problemOf({ error: "invalid_client" })).toBe("untrusted");
  expect(problemOf({ error: "unmet_authentication_requirements" })).toBe("factor");
  expect(problemOf({ code: "OAUTH_JWT_TIMESTAMP_CHECK_FAILED" })).toBe("clock");
  expect(problemOf({ code: "OAUTH_JWT_CLAIM_COMPARISON_FAILED" })).toBe("untrusted");
  for (const problem of providerProblems) expect(statusOfProblem(problem)).toBeGreaterThanOrEqual(400);
});

test("an issuer is reached over https, and is not one that many organisations share", () => {
  expect(isSafeIssuer("https://id.council.example/tenant/v2.0")).toBe(true);
  expect(isSafeIssuer("http://127.0.0.1:4000")).toBe(true);
  expect(isSafeIssuer("http://id.council.example")).toBe(false);
  for (const shared of ["common", "organizations", "consumers"]) expect(isSafeIssuer(`https://login.example/${shared}/v2.0`)).toBe(false);
});

test("what is missing of a provider's settings is named", () => {
  expect(findFaultOfProvider({})).toBeNull();
  expect(findFaultOfProvider({ OIDC_CLIENT_ID: "folkmoot" })).toContain("OIDC_ISSUER is not");
  expect(() => readConfig({ OIDC_ISSUER: "https://id.council.example", OIDC_CLIENT_ID: "folkmoot" })).toThrow("The setting OIDC_CLIENT_SECRET is missing");
  expect(() => readConfig({ OIDC_ISSUER: "https://login.example/common", OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "b" })).toThrow("OIDC_ISSUER is not right");
});

test("a provider is named by its host where it has no name, and values are parted by spaces or commas", () => {
  const given = { OIDC_ISSUER: "https://id.council.example/a", OIDC_CLIENT_ID: "folkmoot", OIDC_CLIENT_SECRET: "open-sesame" };
  expect(readConfig({ ...given, OIDC_REQUIRE_AMR: "mfa, hwk" }).identityProvider).toEqual({
    ...{ issuer: given.OIDC_ISSUER, clientId: "folkmoot", clientSecret: "open-sesame", name: "id.council.example" },
    ...{ requiredAcr: [], requiredAmr: ["mfa", "hwk"], trustsEmail: false },
  });
  expect(readConfig({}).identityProvider).toBeUndefined();
});

test("when somebody proved who they are is what the provider says of it, and never later than now", () => {
  const now = new Date("2026-05-04T09:00:00Z");
  const seconds = now.getTime() / 1000;
  expect(provedAtOf({ auth_time: seconds - 600 }, { again: true }, now)).toEqual(new Date("2026-05-04T08:50:00Z"));
  expect(provedAtOf({ auth_time: seconds + 30 }, { again: false }, now)).toEqual(now);
  expect(provedAtOf({ auth_time: -5 }, { again: false }, now)).toEqual(new Date(0));
});

test("where the provider does not say, only who was asked anew counts as having proved it now", () => {
  const now = new Date("2026-05-04T09:00:00Z");
  for (const told of [undefined, "now", Number.NaN]) {
    expect(provedAtOf({ auth_time: told }, { again: true }, now)).toEqual(now);
    expect(provedAtOf({ auth_time: told }, { again: false }, now)).toEqual(new Date(0));
  }
});
