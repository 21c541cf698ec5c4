// One consultation as its officers see it: its state, how many responses came, what may be done to it and what was.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useHref, useLoaderData } from "@remix-run/react";
import { within } from "#app/forms/wording.ts";
import { officePath } from "#app/partnerships/paths.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { countResponses } from "../counts.store.server.ts";
import { showCounts } from "../counts.ts";
import { historyOf, pageOfHistory } from "../history.ts";
import { findAuthors, listSteps } from "../life.store.server.ts";
import { stateOf } from "../life.ts";
import { describeState } from "../office-state.ts";
import { deeds, isDeed, isTimely, mayApprove, mayDo, maySeeOffice } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";
import { countsPath, launchPath, officeConsultationPath, stepPath } from "../office-paths.ts";
import { consultationPath } from "../paths.ts";
import { parts, rooms } from "../rooms.ts";
import { History } from "../ui/history.tsx";
import { CountsCharts, CountsSummary, useFreshCounts } from "../ui/live-counts.tsx";
import { OfficeState } from "../ui/office-state.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, consultation, roles, signedIn } = await findForOffice(args, maySeeOffice);
  const counts = await countResponses(db(), consultation.id, now);
  const words = wordsFor(language);
  const timely = deeds.filter((deed) => mayDo(roles, deed) && isTimely(deed, consultation, now));
  const isOwnWork = timely.includes("approve") && !mayApprove({ ...signedIn, roles }, await findAuthors(db(), consultation));
  const steps = await listSteps(db(), consultation);
  const { searchParams } = new URL(args.request.url);
  const late = searchParams.get("late");
  // because whoever pressed twice has done it
  const isTheirs = steps[0]?.kind === late && steps[0]?.personId === signedIn.personId;
  const done = isTheirs ? late : searchParams.get("done");
  return {
    title: titleOf(words.t("office:consultation.title", { title: within(consultation.title, words) }), language, partnership),
    partnership,
    consultation,
    state: stateOf(consultation, now),
    says: describeState(consultation, now, words),
    counts: showCounts(counts, consultation, now, words),
    may: isOwnWork ? timely.filter((deed) => deed !== "approve") : timely,
    isOwnWork,
    history: pageOfHistory(historyOf(consultation, steps, now, words), searchParams.get("after")),
    open: parts
      .map((part) => ({
        part,
        rooms: rooms
          .filter((room) => room.part === part && room.may(roles))
          .map(({ name, pathOf }) => ({ name, path: pathOf(partnership, consultation) })),
      }))
      .filter((one) => one.rooms.length > 0),
    done: isDeed(done) && steps[0]?.kind === done ? done : null,
    isNothingDone: late !== null && !isTheirs,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { hydrates: true, width: "work", words: ["office", "life", "launch"] };

export default function OfficeConsultationPage() {
  const { partnership, consultation, state, says, counts, may, isOwnWork, history, open, done, isNothingDone } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const live = useFreshCounts(counts, useHref(countsPath(partnership, consultation)));
  return (
    <>
      <BackLink to={officePath(partnership)} text={t("office:consultation.back")} />
      {done && <NotificationBanner kind="success">{t(`life:done.${done}`)}</NotificationBanner>}
      {isNothingDone && <NotificationBanner>{t("life:nothing-done")}</NotificationBanner>}
      <PageHeading>
        <InLanguage text={consultation.title} />
      </PageHeading>
      <p className="govuk-body">
        <OfficeState state={state} /> {says}
      </p>
      {isOwnWork && <p className="govuk-body">{t("life:own-work")}</p>}
      {may.length > 0 && (
        <ButtonGroup>
          {may.map((deed) => (
            <ButtonLink key={deed} to={deed === "approve" ? launchPath(partnership, consultation) : stepPath(partnership, consultation, deed)} look="secondary">
              {t(deed === "approve" ? "launch:check" : `life:deed.${deed}`)}
            </ButtonLink>
          ))}
        </ButtonGroup>
      )}
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
      <h2 className="govuk-heading-m">{t("office:counts.charts")}</h2>
      <CountsCharts live={live} />
      <h2 className="govuk-heading-m" id="history">
        {t("life:history.heading")}
      </h2>
      <History {...history} pathOf={(after) => `${officeConsultationPath(partnership, consultation)}${after === null ? "" : `?after=${after}`}#history`} />
    </>
  );
}
