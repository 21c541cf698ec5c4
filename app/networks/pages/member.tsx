// A member of a network: what its dates tell, who votes for it, and what those who keep the network do with it; a new one.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { organisationPath } from "#app/bodies/organisation-paths.ts";
import { findOrganisation, listOpenOrganisations } from "#app/bodies/organisations.store.server.ts";
import { mayKeepBodies, mayKeepOrganisations } from "#app/bodies/policy.ts";
import { isPublicBody } from "#app/bodies/sector.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { takeEdits } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { Theirs } from "#app/shared/ui/theirs.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { detailsAsTyped, detailUnits, readDetails } from "../details.ts";
import { askOn, belongsUntil, stateOn, whyNoVote } from "../member.ts";
import { changeMember, doWithMember, findMember, letIn, listAlsoVotingFor, memberDeeds } from "../members.store.server.ts";
import { findNetwork, holdNetwork } from "../networks.store.server.ts";
import { memberPath, membersPath, officeNetworkPath } from "../paths.ts";
import { mayKeepNetworks } from "../policy.ts";
import { DelegateFields } from "../ui/delegate-fields.tsx";
import { MemberState } from "../ui/member-state.tsx";

const isNew = ({ params }: Pick<LoaderFunctionArgs, "params">) => params.member === "new";
const asked = ["suspend", "leave"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, signedIn, roles } = await requireWhoMay(args, mayKeepNetworks);
  const network = await findNetwork(db(), partnership.id, args.params.network);
  const member = isNew(args) ? null : await findMember(db(), network, args.params.member);
  const words = wordsFor(language);
  const [query, today] = [new URL(args.request.url).searchParams, dayOf(now)];
  if (member) await recordAudit(db(), { partnershipId: partnership.id, personId: signedIn.personId, action: "network-member.read", subjectKind: "network-member", subjectId: member.id });
  const closedOn = member?.organisation.closedOn ?? null;
  const until = member && belongsUntil(member, network);
  const name = member ? textIn(member.organisation.name, language).text : words.t("networks:member.new");
  const ask = (member && asked.find((one) => one === query.get("ask"))) ?? null;
  return {
    title: titleOf(ask ? words.t(`networks:member.ask.${ask}.title`, { name }) : `${name} - ${textIn(network.name, language).text}`, language, partnership),
    ...{ partnership, network, name, ask, entries: detailsAsTyped(member), isSaved: query.has("saved"), mayOpen: mayKeepBodies(roles) || (mayKeepOrganisations(roles) && member?.leftOn === null) },
    member: member && {
      ...{ id: member.id, organisation: member.organisation, state: stateOn(member, closedOn, network, today), isAsked: member.askedOn !== null },
      dates: { joinedOn: words.date(member.joinedOn), confirmedOn: words.date(member.confirmedOn), askOn: words.date(askOn(member, network)), askedOn: member.askedOn && words.date(member.askedOn), until: until && words.date(until) },
      noVote: whyNoVote({ dates: member, closedOn, isPublicBody: isPublicBody(member.organisation.sector), hasDelegate: member.delegate !== null }, network, today),
      also: (await listAlsoVotingFor(db(), network, member)).map((one) => textIn(one, language).text),
    },
    organisations: member ? [] : (await listOpenOrganisations(db(), partnership.id)).map((one) => ({ value: one.id, label: textIn(one.name, language).text })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepNetworks);
  const form = await readForm(args.request);
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now: args.context.now };
  const deed = memberDeeds.find((one) => one === form.get("deed"));
  const at = { slug: args.params.network ?? "" };
  const done = await inTransaction(async (transaction): Promise<string | Refused> => {
    const network = await holdNetwork(transaction, partnership.id, args.params.network);
    const member = isNew(args) ? null : await findMember(transaction, network, args.params.member);
    if (deed) {
      if (!member) throw badRequest();
      await doWithMember(transaction, by, member.id, deed);
      return member.id;
    }
    const theirs = detailsAsTyped(member);
    const { merged, clashes } = takeEdits(detailUnits, form, theirs);
    const read = readDetails(merged, network.constituencies.map(({ id }) => id));
    const chosen = form.get("organisation") ?? "";
    const refuse = (problems: Refused["problems"]): Refused => ({ entries: { ...merged, organisation: chosen }, problems, clashes, now: theirs });
    const missing = member || chosen !== "" ? [] : [{ field: "organisation", code: "organisation-choose" }];
    if (!read.ok || clashes.length > 0 || missing.length > 0) return refuse([...missing, ...(read.ok ? [] : read.problem)]);
    if (member) {
      await changeMember(transaction, by, member.id, read.value);
      return member.id;
    }
    const organisation = await findOrganisation(transaction, partnership.id, chosen);
    return (await letIn(transaction, by, network, organisation.id, read.value)) ?? refuse([{ field: "organisation", code: "member-already" }]);
  });
  if (typeof done !== "string") return data(done, { status: 422 });
  return redirect(memberPath(partnership, at, done, { saved: "yes" }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function MemberPage() {
  const { partnership, network, member, name, ask, isSaved, mayOpen, organisations, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, several, language } = useWords();
  const sayField = (input: string) => {
    const [role = "", part] = input.split("-");
    return part ? t("networks:field.of", { field: t(`networks:field.${part}`), whose: t(`networks:delegate.${role}`) }) : t(`networks:field.${role}`);
  };
  const fields = useFields({ say: sayField, sayProblem: (code, values) => t(`networks:problem.${code}`, values) }, { loaded: loaded.entries, refused });
  const here = memberPath(partnership, network, member?.id);
  if (ask) {
    return (
      <Confirming
        question={t(`networks:member.ask.${ask}.title`, { name })}
        consequence={t(`networks:member.ask.${ask}.text`)}
        yes={{ name: "deed", value: ask, text: t(`networks:deed.${ask}`) }}
        no={t("networks:member.ask.no")}
        backTo={here}
      />
    );
  }
  const theirParts = fields.theirs("constituencies")?.split(" ").map((id) => textIn(network.constituencies.find((one) => one.id === id)?.name, language).text);
  return (
    <>
      <BackLink to={member ? membersPath(partnership, network) : officeNetworkPath(partnership, network)} text={t("networks:members.title")} />
      <ErrorSummary errors={fields.errors} />
      {isSaved && <NotificationBanner kind="success">{t("networks:member.saved")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={network.name} />}>
        <bdi>{name}</bdi>
      </PageHeading>
      {member && <MemberState member={member} here={(one) => memberPath(partnership, network, member.id, { ask: one })} />}
      {member && mayOpen && (
        <p className="govuk-body">
          <PageLink to={organisationPath(partnership, member.organisation)}>{t("networks:member.organisation")}</PageLink>
        </p>
      )}
      <form method="post" noValidate>
        {!member && <Select {...fields.field("organisation")} hint={t("networks:member.organisation-hint")} options={[{ value: "", label: t("organisations:choose") }, ...organisations]} />}
        {network.constituencies.length > 0 && (
          <>
            <Checkboxes
              {...fields.field("constituencies")}
              small
              values={(fields.entries.constituencies ?? "").split(" ")}
              choices={network.constituencies.map((one) => ({ value: one.id, label: <InLanguage text={one.name} /> }))}
            />
            <Theirs said={theirParts && several(theirParts)} />
          </>
        )}
        <DelegateFields fields={fields} />
        {member && <AsOpened entries={fields.before} />}
        <Button>{t("networks:save")}</Button>
      </form>
    </>
  );
}
