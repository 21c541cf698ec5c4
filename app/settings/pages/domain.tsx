// A partnership's own host names: asked for, checked whether they lead here, taken into use, given up.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readDomain, siteOf } from "#app/partnerships/domain.ts";
import { addDomain, listDomains, removeDomain, takeDomainIntoUse } from "#app/partnerships/domains.store.server.ts";
import { partnershipPath, settingsPath } from "#app/partnerships/paths.ts";
import { requireRecent } from "#app/people/session.server.ts";
import { config } from "#app/shared/config.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { badRequest, notFound, tooMany } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { recordChange } from "../changes.store.server.ts";
import { checkDomain } from "../domain-check.server.ts";
import { readableHost } from "../readable-host.server.ts";
import { requireAdministrator } from "../guard.server.ts";
import { Above } from "../ui/above.tsx";
import { DomainCard, type ShownDomain } from "../ui/domain-card.tsx";

const deeds = ["added", "reached", "used", "removed"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { partnership } = await requireAdministrator(args);
  await requireRecent(args.request, args.context.now);
  const { t, language, instant } = wordsFor(args.context.language);
  const search = new URL(args.request.url).searchParams;
  const domains = (await listDomains(db(), partnership.id)).map(({ host, since }): ShownDomain => {
    const state = since === null ? "waits" : host === partnership.domain ? "address" : "before";
    return { host, readable: readableHost(host), state, since: since && instant(since), address: siteOf(config().baseUrl, host) };
  });
  const asked = domains.find(({ host, state }) => host === search.get("ask") && state !== "waits");
  const question = asked && t("settings:domain.ask", { host: asked.readable ?? asked.host });
  return {
    title: titleOf(question ?? t("settings:domain.title"), language, partnership),
    partnership,
    domains,
    asking: asked && question ? { host: asked.host, question, warning: t(`settings:domain.ask-${asked.state}`) } : null,
    here: new URL(config().baseUrl).host,
    address: siteOf(config().baseUrl, partnership.domain) + partnershipPath(partnership),
    done: deeds.find((deed) => search.has(deed)) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, personId } = await requireAdministrator(args);
  const here = settingsPath(partnership, "domain");
  // because the links in letters, which let people in, lead to the host that is chosen here
  await requireRecent(args.request, now, here);
  const form = await readForm(args.request);
  const intent = form.get("intent") ?? "add";
  const typed = (form.get("domain") ?? "").slice(0, 1000);
  if (intent === "add") {
    const read = readDomain(typed, config().baseUrl);
    if (!read.ok) return data({ typed, problem: read.problem as string, check: null }, { status: 422 });
    const added = await inTransaction(async (transaction) => {
      const noted = await addDomain(transaction, partnership.id, read.value);
      if (noted.ok) await recordChange(transaction, { partnership, personId }, "domain", { added: read.value });
      return noted;
    });
    if (!added.ok) return data({ typed, problem: added.problem as string, check: null }, { status: 422 });
    return redirect(`${here}?added`);
  }
  const host = (await listDomains(db(), partnership.id)).find((one) => one.host === typed)?.host;
  if (intent === "remove") {
    await inTransaction(async (transaction) => {
      const isRemoved = host !== undefined && (await removeDomain(transaction, partnership.id, host));
      if (isRemoved) await recordChange(transaction, { partnership, personId }, "domain", { removed: host });
    });
    return redirect(`${here}?removed`);
  }
  if (intent !== "check" && intent !== "use") throw badRequest();
  if (host === undefined) throw notFound();
  if (intent === "check") {
    if (!(await isWithinLimit("domain check", partnership.id, 20, 600))) throw tooMany();
    const answer = await checkDomain(host);
    if (answer !== "reached") return data({ typed: "", problem: null, check: { host, answer } }, { status: 422 });
  }
  await inTransaction(async (transaction) => {
    await takeDomainIntoUse(transaction, partnership.id, host, now);
    await recordChange(transaction, { partnership, personId }, "domain", { used: host, checked: intent === "check" });
  });
  return redirect(`${here}?${intent === "check" ? "reached" : "used"}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function DomainPage() {
  const { partnership, domains, asking, here, address, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  const error = refused?.problem ? t(`settings:domain.problem.${refused.problem}`) : undefined;
  const check = refused?.check;
  const path = settingsPath(partnership, "domain");
  if (asking && !refused) {
    return (
      <Confirming
        question={asking.question}
        consequence={asking.warning}
        yes={{ name: "intent", value: "remove", text: t("settings:domain.ask-yes") }}
        no={t("settings:domain.ask-no")}
        backTo={path}
        fields={{ domain: asking.host }}
      />
    );
  }
  const nameOf = (host: string) => domains.find((one) => one.host === host)?.readable ?? host;
  const said = check ? t(`settings:domain.check.${check.answer}`, { host: nameOf(check.host) }) : undefined;
  return (
    <>
      <Above
        backTo={settingsPath(partnership)}
        errors={error ? [{ href: "#domain", text: error }] : check && said ? [{ href: `#host-${check.host}`, text: said }] : []}
        done={done && t(`settings:domain.done.${done}`)}
      />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("settings:domain.title")}</PageHeading>
      <p className="govuk-body">
        {t("settings:domain.address")} <bdi className="govuk-!-font-weight-bold govuk-!-text-break-word">{address}</bdi>
      </p>
      <p className="govuk-body">{t("settings:domain.lead")}</p>
      {domains.map((domain) => (
        <DomainCard
          key={domain.host}
          domain={domain}
          problem={check?.host === domain.host ? said : undefined}
          mayInsist={check?.host === domain.host}
          askPath={`${path}?${new URLSearchParams({ ask: domain.host })}`}
        />
      ))}
      <h2 className="govuk-heading-m">{t("settings:domain.add")}</h2>
      <p className="govuk-body">{t("settings:domain.before", { here })}</p>
      <form method="post" noValidate>
        <TextField
          name="domain"
          label={t("settings:domain.host")}
          hint={t("settings:domain.host-hint")}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          value={refused?.typed}
          error={error}
        />
        <Button>{t("settings:domain.add-button")}</Button>
      </form>
    </>
  );
}
