// An organisation that asks to join: what it said of itself, and whether it is let in or declined, with the reason it is told.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { languageNames, textIn } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { passage } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { longest } from "../application.ts";
import { accept, decline, findApplication, findNamesake } from "../applications.store.server.ts";
import { findNetwork, holdNetwork } from "../networks.store.server.ts";
import { memberPath, officeNetworkPath } from "../paths.ts";
import { mayKeepNetworks } from "../policy.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepNetworks);
  const network = await findNetwork(db(), partnership.id, args.params.network);
  const application = await findApplication(db(), network, args.params.application);
  const words = wordsFor(language);
  await recordAudit(db(), { partnershipId: partnership.id, personId: signedIn.personId, action: "network-application.read", subjectKind: "network-application", subjectId: application.id });
  return {
    title: titleOf(words.t("networks:application.title-of", { name: application.organisation }), language, partnership),
    ...{ partnership, network, application, namesake: await findNamesake(db(), partnership.id, application.organisation) },
    confirmedOn: words.date(dayOf(application.confirmedAt!)),
    decidedOn: application.decidedAt && words.date(dayOf(application.decidedAt)),
    language: languageNames[application.language],
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepNetworks);
  const form = await readForm(args.request);
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now: args.context.now };
  const [deed, typed] = [form.get("deed"), form.get("reason") ?? ""];
  const reason = passage(typed);
  if (deed !== "accept" && deed !== "decline") throw badRequest();
  const problem = deed === "accept" ? null : reason === "" ? "reason-missing" : [...reason].length > longest.reason ? "reason-long" : null;
  if (problem !== null) return data({ typed, problem }, { status: 422 });
  const slug = await inTransaction(async (transaction) => {
    const network = await holdNetwork(transaction, partnership.id, args.params.network);
    const application = await findApplication(transaction, network, args.params.application);
    const deciding = { partnership, network, by, application };
    await (deed === "accept" ? accept(transaction, deciding) : decline(transaction, deciding, reason));
    return network.slug;
  });
  return redirect(officeNetworkPath(partnership, { slug }, { done: deed === "accept" ? "accepted" : "declined" }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

// What the form asks of “you” is theirs here.
const theirOwn: Record<string, string> = { name: "networks:one.name", email: "networks:field.email", telephone: "networks:field.telephone" };

export default function OfficeApplicationPage() {
  const { partnership, network, application, namesake, confirmedOn, decidedOn, ...shown } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, several, language } = useWords();
  const { organisation, kind, charityNumber, website, about, constituencies, name, email, telephone, deputyName, deputyEmail, reason, memberId } = application;
  const error = refused ? t(`networks:problem.${refused.problem}`, { most: number(longest.reason) }) : undefined;
  const parts = network.constituencies.filter(({ id }) => constituencies.includes(id)).map((one) => textIn(one.name, language).text);
  const said: Record<string, string | null> = {
    ...{ organisation, kind: t(`organisations:kind.${kind}`), charityNumber, website, constituencies: several(parts), about, name, email, telephone },
    ...{ deputyName, deputyEmail, language: shown.language, confirmed: confirmedOn },
  };
  return (
    <>
      <BackLink to={officeNetworkPath(partnership, network)} text={textIn(network.name, language).text} />
      <ErrorSummary errors={error ? [{ href: "#reason", text: error }] : []} />
      <PageHeading caption={<InLanguage text={network.name} />}>{t("networks:application.title")}</PageHeading>
      <SummaryList
        rows={Object.entries(said).map(([key, value]) => ({ key, label: t(theirOwn[key] ?? `networks:join.field.${key}`), value: value ? <span className="plain-text" dir="auto">{value}</span> : t("organisations:one.none") }))}
      />
      {decidedOn ? (
        <InsetText>
          <p className="govuk-body">{t(reason === "" ? "networks:application.was-accepted" : "networks:application.was-declined", { date: decidedOn })}</p>
          {reason !== "" && <p className="govuk-body plain-text" dir="auto">{reason}</p>}
          {memberId && <PageLink to={memberPath(partnership, network, memberId)}>{t("networks:application.member")}</PageLink>}
        </InsetText>
      ) : (
        <>
          <p className="govuk-body">{t(namesake ? "networks:application.known" : "networks:application.new")}</p>
          <form method="post" noValidate>
            <Button name="deed" value="accept">{t("networks:application.accept")}</Button>
          </form>
          <h2 className="govuk-heading-m">{t("networks:application.decline")}</h2>
          <form method="post" noValidate>
            <Textarea name="reason" rows={4} label={t("networks:application.reason")} hint={t("networks:application.reason-hint")} value={refused?.typed} error={error} />
            <Button look="secondary" name="deed" value="decline">{t("networks:application.decline")}</Button>
          </form>
        </>
      )}
    </>
  );
}
