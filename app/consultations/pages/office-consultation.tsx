// One consultation as its officers see it: its state, how many responses came, and what may be done to it.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useHref, useLoaderData } from "@remix-run/react";
import { within } from "#app/forms/wording.ts";
import { officePath } from "#app/partnerships/paths.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { rolesInConsultation } from "#app/people/role.ts";
import { requireRoles } from "#app/people/session.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest, forbidden } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { closingAsTyped, readClosing } from "../closing-time.ts";
import { stateOf } from "../consultation.ts";
import { countResponses } from "../counts.store.server.ts";
import { showCounts } from "../counts.ts";
import { doToConsultation } from "../deeds.store.server.ts";
import { describeState } from "../office-state.ts";
import { deeds, isDeed, isTimely, mayDo, maySeeOffice, type Deed } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";
import { consultationPath, countsPath, officeConsultationPath } from "../paths.ts";
import { parts, rooms } from "../rooms.ts";
import { findConsultationForOfficer, holdConsultation } from "../store.server.ts";
import { ClosingForm, closingFieldId } from "../ui/closing-form.tsx";
import { CountsCharts, CountsSummary, useFreshCounts } from "../ui/live-counts.tsx";
import { OfficeState } from "../ui/office-state.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, consultation, roles } = await findForOffice(args, maySeeOffice);
  const counts = await countResponses(db(), consultation.id, now);
  const words = wordsFor(language);
  const may = deeds.filter((deed) => mayDo(roles, deed) && isTimely(deed, consultation, now));
  const search = new URL(args.request.url).searchParams;
  const [ask, done] = [search.get("ask"), search.get("done")];
  const asks = isDeed(ask) && ask !== "set-closing" && may.includes(ask) ? ask : null;
  const name = within(consultation.title, words);
  const question = asks && words.t(`office:ask.${asks}.question`, { title: name });
  return {
    title: titleOf(question ?? words.t("office:consultation.title", { title: name }), language, partnership),
    partnership,
    consultation,
    state: stateOf(consultation, now),
    says: describeState(consultation, now, words),
    counts: showCounts(counts, consultation, now, words),
    closing: closingAsTyped(consultation),
    may,
    open: parts
      .map((part) => ({
        part,
        rooms: rooms
          .filter((room) => room.part === part && room.may(roles))
          .map(({ name, pathOf }) => ({ name, path: pathOf(partnership, consultation) })),
      }))
      .filter((one) => one.rooms.length > 0),
    asking: asks && { deed: asks, question: question ?? "" },
    done: isDeed(done) && !isTimely(done, consultation, now) ? done : done === "set-closing" ? done : null,
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { now } = context;
  const partnership = await findPartnership(db(), params.partnership);
  const { signedIn, roles: held } = await requireRoles(request, partnership, now);
  const roles = rolesInConsultation(held, signedIn, { partnershipId: partnership.id, consultationId: params.consultation });
  const { id, opensAt } = await findConsultationForOfficer(db(), partnership.id, params.consultation);
  const form = await readForm(request);
  const deed = form.get("deed");
  if (!isDeed(deed)) throw badRequest();
  if (!mayDo(roles, deed)) throw forbidden();
  const typed = (field: string) => (form.get(field) ?? "").slice(0, 100);
  const entries = { day: typed("closes-day"), month: typed("closes-month"), year: typed("closes-year"), time: typed("time") };
  const closing = deed === "set-closing" ? readClosing(entries, { opensAt }, now) : null;
  if (closing && !closing.ok) return data({ entries, problems: closing.problem }, { status: 422 });
  const isDone = await inTransaction(async (transaction) => {
    const consultation = await holdConsultation(transaction, partnership.id, id);
    // because a second press finds it done already
    if (!isTimely(deed, consultation, now)) return false;
    const closesAt = closing?.value;
    await doToConsultation(transaction, consultation, { deed, personId: signedIn.personId, now, ...(closesAt && { closesAt }) });
    return true;
  });
  return redirect(`${officeConsultationPath(partnership, { id })}${isDone ? `?done=${deed}` : ""}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { hydrates: true, width: "work", words: ["office"] };

export default function OfficeConsultationPage() {
  const { partnership, consultation, state, says, counts, closing, may, open, asking, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  const here = officeConsultationPath(partnership, consultation);
  const live = useFreshCounts(counts, useHref(countsPath(partnership, consultation)));
  if (asking) {
    const { deed, question } = asking;
    return (
      <Confirming
        question={question}
        consequence={t(`office:ask.${deed}.consequence`)}
        yes={{ name: "deed", value: deed, text: t(`office:ask.${deed}.yes`), look: deed === "close" || deed === "freeze" ? "warning" : "main" }}
        no={t("office:ask.no")}
        backTo={here}
      />
    );
  }
  const asked = (["publish", "open", "close", "freeze"] as const).filter((deed) => may.includes(deed));
  return (
    <>
      <BackLink to={officePath(partnership)} text={t("office:consultation.back")} />
      {refused && (
        <ErrorSummary
          errors={refused.problems.map(({ field, code }) => ({
            href: `#${closingFieldId(field)}`,
            text: t(`office:closing.problem.${code}`),
          }))}
        />
      )}
      {done && <NotificationBanner kind="success">{t(`office:done.${done}`)}</NotificationBanner>}
      <PageHeading>
        <InLanguage text={consultation.title} />
      </PageHeading>
      <p className="govuk-body">
        <OfficeState state={state} isFrozen={consultation.frozenAt !== null} /> {says}
      </p>
      <h2 className="govuk-heading-m">{t("office:counts.heading")}</h2>
      <CountsSummary live={live} />
      {consultation.publishedAt && (
        <p className="govuk-body">
          <PageLink to={consultationPath(partnership, consultation)}>{t("office:consultation.public")}</PageLink>
        </p>
      )}
      {open.map(({ part, rooms: inPart }) => (
        <section key={part}>
          <h2 className="govuk-heading-m">{t(`office:rooms.${part}`)}</h2>
          <ul className="govuk-list govuk-list--spaced">
            {inPart.map(({ name, path }) => (
              <li key={name}>
                <PageLink to={path}>{t(`office:room.${name}`)}</PageLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {may.length > 0 && <h2 className="govuk-heading-m">{t("office:consultation.deeds")}</h2>}
      {may.includes("set-closing") && <ClosingForm entries={refused?.entries ?? closing} problems={refused?.problems ?? []} />}
      {asked.length > 0 && (
        <ButtonGroup>
          {asked.map((deed: Deed) => (
            <ButtonLink key={deed} to={`${here}?ask=${deed}`} look="secondary">
              {t(`office:deed.${deed}`)}
            </ButtonLink>
          ))}
        </ButtonGroup>
      )}
      <h2 className="govuk-heading-m">{t("office:counts.charts")}</h2>
      <CountsCharts live={live} />
    </>
  );
}
