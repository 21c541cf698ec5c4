// The roles somebody has in a partnership: its administrators give and take them one at a time, asked once.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { partnershipPath } from "#app/partnerships/paths.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { badRequest, forbidden } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Words } from "#app/shared/words.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { requirePeopleKeeper, type PeopleKeeper } from "../guard.server.ts";
import { identityProvider } from "../oidc.server.ts";
import { officePeoplePath, officePersonPath, officePersonProviderPath, personSignInPath } from "../paths.ts";
import { roleName } from "../role-name.ts";
import { isRole, roles } from "../role.ts";
import {
  countRoles,
  findPersonHere,
  giveRole,
  giveRoleInConsultations,
  listConsultationChoices,
  listLeftWithoutAdministrator,
  takeRole,
  takeRoleInConsultation,
  type PersonHere,
} from "../roles.store.server.ts";
import { requireRecent } from "../session.server.ts";
import { showRole } from "../shown-role.ts";
import { AskingRole, type RoleQuestion } from "../ui/asking-role.tsx";
import { HeldRoleLine } from "../ui/held-roles.tsx";

const told = ["given", "taken", "held", "not-held"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const keeper = await requirePeopleKeeper(args);
  const { partnership, partnershipAndAbove, signedIn, reachesBelow } = keeper;
  const words = wordsFor(language);
  const query = new URL(args.request.url).searchParams;
  const person = await findPersonHere(db(), partnershipAndAbove, args.params.person);
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId, action: "person.read" },
    ...{ subjectKind: "person", subjectId: person.personId },
  });
  if (query.get("give") === "administrator") await requireRecent(args.request, args.context.now);
  const asking = await questionOf(query, keeper, person, words);
  const here = person.roles.filter(({ from, consultation }) => from === null && consultation === null).map(({ role }) => role);
  return {
    title: titleOf(asking?.question ?? person.name, language, partnership),
    ...{ partnership, asking, reachesBelow, provider: identityProvider()?.name ?? null },
    person: { ...person, roles: person.roles.map((held) => shown(held, reachesBelow, words)) },
    free: roles.filter((role) => !here.includes(role)),
    done: told.find((one) => one === query.get("done")) ?? null,
  };
}

function shown(held: PersonHere["roles"][number], reachesBelow: boolean, { language, date }: Words) {
  const kept = held.from !== null ? "above" : held.includesBelow && !reachesBelow ? "below" : null;
  return { ...showRole(held, language, date), kept } as const;
}

/** The question the address asks, where it asks one that has an answer. */
async function questionOf(
  query: URLSearchParams,
  { partnership, signedIn, reachesBelow }: PeopleKeeper,
  person: PersonHere,
  { t, language }: Words,
): Promise<RoleQuestion | null> {
  const [give, take] = [query.get("give"), query.get("take")];
  const about = (role: string) => ({ name: person.name, role });
  const nameOf = ({ name }: PeopleKeeper["partnership"]) => textIn(name, language).text;
  if (isRole(give)) {
    const includesBelow = query.get("below") === "yes" && reachesBelow;
    const where = { partnership: nameOf(partnership) };
    return {
      ...{ deed: "give", role: give, includesBelow, refusal: null, consultationId: null },
      choices: give === "analyst" ? await listConsultationChoices(db(), partnership.id) : [],
      question: t("roles:ask.give.question", about(roleName(t, give))),
      consequences: [includesBelow ? t("roles:ask.give.below", where) : t("roles:ask.give.here", where)],
    };
  }
  const inOne = query.get("consultation");
  const held = person.roles.find(({ role, from, consultation }) => role === take && from === null && (consultation?.id ?? null) === inOne);
  if (!held || (held.includesBelow && !reachesBelow)) return null;
  const { personId } = person;
  const taken = { personId, partnershipId: partnership.id, role: held.role };
  const [left] = await listLeftWithoutAdministrator(db(), taken);
  const of = about(roleName(t, held.role));
  const { consultation } = held;
  return {
    ...{ deed: "take", role: held.role, includesBelow: false, consultationId: inOne, choices: [] },
    question: consultation
      ? t("roles:ask.take.questionIn", { ...of, title: textIn(consultation.title, language).text })
      : t("roles:ask.take.question", of),
    consequences: [
      t("roles:ask.take.consequence"),
      ...(personId === signedIn.personId ? [t("roles:ask.take.own")] : []),
      ...((await countRoles(db(), personId)) === 1 ? [t("roles:ask.take.only")] : []),
    ],
    refusal: left ? t("roles:ask.take.last", { partnership: nameOf(left) }) : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, partnershipAndAbove, signedIn, reachesBelow } = await requirePeopleKeeper(args);
  const person = await findPersonHere(db(), partnershipAndAbove, args.params.person);
  const { personId } = person;
  const form = await readForm(args.request);
  const [deed, role] = [form.get("deed"), form.get("role")];
  const includesBelow = form.get("below") === "yes";
  const here = (query: Parameters<typeof officePersonPath>[2]) => redirect(officePersonPath(partnership, personId, query));
  if (deed === "choose" && !isRole(role)) {
    return data({ field: "role" as const, error: wordsFor(language).t("roles:person.error"), includesBelow, scope: "" }, { status: 422 });
  }
  if (!isRole(role)) throw badRequest();
  const held = person.roles.find((one) => one.role === role && one.from === null && one.consultation === null);
  const inOne = form.get("in");
  if ((includesBelow || (deed === "take" && held?.includesBelow)) && !reachesBelow) throw forbidden();
  const asked = { personId, partnershipId: partnership.id, role, by: signedIn.personId };
  switch (deed) {
    case "choose":
      return here({ give: role, below: includesBelow ? "yes" : null });
    case "give": {
      if (role === "administrator") {
        await requireRecent(args.request, now, officePersonPath(partnership, personId, { give: role, below: includesBelow ? "yes" : null }));
      }
      const choices = role === "analyst" ? await listConsultationChoices(db(), partnership.id) : [];
      const scope = choices.length === 0 ? "all" : (form.get("scope") ?? "");
      const consultationIds = choices.map(({ id }) => id).filter((id) => form.getAll("consultation").includes(id));
      const field = scope === "chosen" && consultationIds.length === 0 ? ("consultation" as const) : scope === "all" || scope === "chosen" ? null : ("scope" as const);
      if (field !== null) {
        return data({ field, error: wordsFor(language).t(`invitations:problem.${field}-missing`), includesBelow, scope }, { status: 422 });
      }
      if (scope === "chosen") {
        const given = await inTransaction((transaction) => giveRoleInConsultations(transaction, { ...asked, consultationIds }));
        return here({ done: given > 0 ? "given" : "held" });
      }
      return here({ done: (await inTransaction((transaction) => giveRole(transaction, { ...asked, includesBelow }))) ? "given" : "held" });
    }
    case "take": {
      const done = await inTransaction(async (transaction) => {
        if (inOne === null) return takeRole(transaction, { ...asked, now });
        return (await takeRoleInConsultation(transaction, { ...asked, consultationId: inOne, now })) ? "taken" : "not-held";
      });
      if (done === "last-administrator") return here({ take: role });
      if (done === "taken" && personId === signedIn.personId && role === "administrator") return redirect(partnershipPath(partnership));
      if (done === "taken" && person.roles.length === 1) return redirect(officePeoplePath(partnership, { done: "taken" }));
      return here({ done });
    }
    default:
      throw badRequest();
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function OfficePerson() {
  const { partnership, person, asking, reachesBelow, provider, free, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  const { personId, name, email } = person;
  const back = officePersonPath(partnership, personId);
  const refusedScope = refused && refused.field !== "role" ? { ...refused, field: refused.field } : null;
  if (asking) return <AskingRole asking={asking} backTo={back} refused={refusedScope} />;
  return (
    <>
      <BackLink to={officePeoplePath(partnership)} text={t("roles:title")} />
      <ErrorSummary errors={refused ? [{ href: "#role", text: refused.error }] : []} />
      {done && !refused && (
        <NotificationBanner kind={done === "given" || done === "taken" ? "success" : "important"}>{t(`roles:done.${done}`)}</NotificationBanner>
      )}
      <PageHeading caption={<InLanguage text={partnership.name} />}>
        <bdi>{name}</bdi>
      </PageHeading>
      <p className="govuk-body">
        <bdi>{email}</bdi>
      </p>
      {provider !== null && (
        <p className="govuk-body">
          <PageLink to={officePersonProviderPath(partnership, personId)}>{t("provider:link.heading", { name: provider })}</PageLink>
        </p>
      )}
      <p className="govuk-body">
        <PageLink to={personSignInPath(partnership, personId)}>{t("account:help.link")}</PageLink>
      </p>
      <h2 className="govuk-heading-m">{t("roles:column.roles")}</h2>
      <ul className="govuk-list govuk-list--spaced">
        {person.roles.map((held) => (
          <li key={`${held.role} ${held.from} ${held.consultation?.id}`}>
            <HeldRoleLine held={held} />
            <br />
            {held.kept ? (
              <span className="govuk-hint">{t(`roles:person.kept.${held.kept}`)}</span>
            ) : (
              <PageLink
                to={officePersonPath(partnership, personId, { take: held.role, consultation: held.consultation?.id ?? null })}
                aria-label={t("roles:person.takeWhat", { role: roleName(t, held.role) })}
              >
                {t("roles:person.take")}
              </PageLink>
            )}
          </li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">{t("roles:person.give")}</h2>
      {free.length === 0 ? (
        <p className="govuk-body">{t("roles:person.every")}</p>
      ) : (
        <form method="post" noValidate>
          <Radios
            name="role"
            label={t("roles:person.which")}
            labelSize="s"
            error={refused?.error}
            choices={free.map((role) => ({ value: role, label: roleName(t, role) }))}
          />
          {reachesBelow && (
            <Checkboxes
              name="below"
              label={t("roles:person.where")}
              labelSize="s"
              values={refused?.includesBelow ? ["yes"] : []}
              choices={[{ value: "yes", label: t("roles:person.below") }]}
            />
          )}
          <Button name="deed" value="choose">
            {t("roles:person.go")}
          </Button>
        </form>
      )}
    </>
  );
}
