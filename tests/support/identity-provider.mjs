// A provider of sign-in (OpenID Connect) as a process of its own, the real one from npm, with its own pages to sign in on. Given the
// addresses it sends people back to, it tells where it listens. Whoever signs in as "somebody@place" has that address; "unsure-…"
// has one it does not vouch for, "silent-…" one of which it says nothing, and CLOCK_AHEAD moves its clock, in seconds.
import { createServer } from "node:http";
import { Provider } from "oidc-provider";

const ahead = Number(process.env.CLOCK_AHEAD ?? 0) * 1000;
if (ahead !== 0) {
  const now = Date.now;
  Date.now = () => now() + ahead;
}
const given = JSON.parse(process.env.PROVIDER ?? "{}");
const server = createServer();
server.listen(0, "127.0.0.1", () => {
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  const issuer = `http://127.0.0.1:${address.port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: "folkmoot", client_secret: "open-sesame", grant_types: ["authorization_code"], response_types: ["code"] },
        ...{ redirect_uris: given.returns, post_logout_redirect_uris: given.leaves },
      },
    ],
    claims: { openid: ["sub", "acr", "amr"], email: ["email", "email_verified"] },
    conformIdTokenClaims: given.tellsInToken !== true,
    cookies: { keys: ["only-for-tests"] },
    pkce: { required: () => true },
    acrValues: ["silver"],
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        email: id.replace(/^(un)?(sure|silent)-|^\w+\|/, ""),
        ...(id.startsWith("silent-") ? {} : { email_verified: !id.startsWith("unsure-") }),
      }),
    }),
  });
  const answer = provider.callback();
  server.on("request", (request, response) => {
    const [, accountId] = /^\/interaction\/[^/]+\/surely\/(.+)$/.exec(request.url ?? "") ?? [];
    if (!accountId) return void answer(request, response);
    // because its pages for trying out know no second factor
    const login = { accountId: decodeURIComponent(accountId), amr: ["pwd", "mfa"], acr: "silver" };
    void provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
  });
  process.stdout.write(`listening ${issuer}\n`);
});
