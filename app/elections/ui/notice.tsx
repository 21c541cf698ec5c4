// What the notice of an election says: the role, the places, when, who may vote and stand, how votes are counted and kept secret,
// who runs it and how to complain.
import { bodyPath, howWeWorkPath } from "#app/bodies/public-paths.ts";
import { addMonths, addDays } from "#app/shared/dates.ts";
import type { Text } from "#app/shared/languages.ts";
import { within } from "#app/shared/languages.ts";
import { ContactList, hasContact, type Contact } from "#app/shared/ui/contact-list.tsx";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ElectionHead } from "../election.ts";
import { hasDelegates } from "../delegates.ts";
import { electionPath } from "../paths.ts";
import { letsRegister } from "../registering.ts";
import { registeringClosesAt, type Timetable } from "../timetable.ts";
import { ReserveList } from "./reserve-list.tsx";
import { Secrecy } from "./secrecy.tsx";
import { TimetableList } from "./timetable-list.tsx";

export type NoticeProps = {
  partnership: { slug: string; name: Text; contact: Contact };
  network: { slug: string; name: Text };
  constituency: { name: Text } | null;
  election: { id: string; timetable: Timetable | null } & Pick<
    ElectionHead,
    | ("role" | "personSpec" | "timeNeeded" | "expenses" | "seats" | "termStartsOn" | "termInMonths" | "rules" | "electorate" | "delegates" | "registering" | "method")
    | ("supporters" | "statementWords" | "reserves" | "shortfall" | "turnoutLeast" | "servedRule" | "paperRule" | "resultsDetail")
  >;
  line: { holder: Text; body: { slug: string; name: Text } } | null;
  /** The body whose chair is elected. */
  chairOf: { slug: string; name: Text } | null;
  officers: { returning: string | null; scrutineers: string[] };
  /** Where its dates are to be had for a calendar; not while it is planned, when nobody may open its pages yet. */
  calendar?: string;
};

const parts = ["role", "personSpec", "timeNeeded", "expenses"] as const;

export function Notice({ partnership, network, constituency, election, line, chairOf, officers, calendar }: NoticeProps) {
  const words = useWords();
  const { t, date, instant, number } = words;
  const { seats, timetable, termInMonths, termStartsOn, reserves, supporters } = election;
  const named = { network: within(network.name, words), part: within(constituency?.name, words) };
  const registers = letsRegister(election);
  const has = (text: Text) => Object.keys(text).length > 0;
  return (
    <>
      {parts.map(
        (part) =>
          has(election[part]) && (
            <section key={part}>
              <h2 className="govuk-heading-m">{t(`elections:notice.${part}`)}</h2>
              <Paragraphs text={election[part]} />
            </section>
          ),
      )}
      <h2 className="govuk-heading-m">{t("elections:notice.places")}</h2>
      <p className="govuk-body">{t("elections:notice.places-text", { count: seats, number: number(seats) })}</p>
      <p className="govuk-body">{t("elections:notice.term", { from: date(termStartsOn), until: date(addDays(addMonths(termStartsOn, termInMonths), -1)), months: number(termInMonths) })}</p>
      {line && (
        <p className="govuk-body">
          {t("elections:notice.line")}{" "}
          <PageLink to={bodyPath(partnership, line.body)}>
            <InLanguage text={line.body.name} />
          </PageLink>
          : <InLanguage text={line.holder} />
        </p>
      )}
      {chairOf && (
        <p className="govuk-body">
          {t(seats === 1 ? "elections:notice.chair" : "elections:notice.chairs")}{" "}
          <PageLink to={bodyPath(partnership, chairOf)}>
            <InLanguage text={chairOf.name} />
          </PageLink>
        </p>
      )}
      {reserves.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("elections:notice.reserved")}</h2>
          <p className="govuk-body">{t("elections:notice.reserved-text")}</p>
          <ReserveList reserves={reserves} seats={seats} />
          <p className="govuk-body">{t(`elections:shortfall.${election.shortfall}`)}</p>
        </>
      )}
      {timetable && (
        <>
          <h2 className="govuk-heading-m">{t("elections:notice.timetable")}</h2>
          <TimetableList timetable={timetable} electorate={election.electorate} />
          {calendar && (
            <p className="govuk-body">
              <a className="govuk-link" href={calendar}>
                {t("elections:calendar.put")}
              </a>
            </p>
          )}
        </>
      )}
      <h2 className="govuk-heading-m">{t("elections:notice.who-votes")}</h2>
      <p className="govuk-body">{hasDelegates(election) ? t("elections:notice.electorate.delegates", { ...named, number: number(election.delegates) }) : t(`elections:notice.electorate.${election.electorate}`, named)}</p>
      {constituency && <p className="govuk-body">{t("elections:notice.constituency", named)}</p>}
      {timetable && registers && <p className="govuk-body">{t(`elections:notice.registering.${constituency ? "part" : "network"}`, { area: constituency ? named.part : named.network, date: instant(registeringClosesAt(timetable)) })}</p>}
      {timetable && <p className="govuk-body">{t(`elections:notice.${registers ? "qualifying-file" : election.electorate === "people" ? "qualifying-people" : "qualifying"}`, { date: date(timetable.qualifyingOn) })}</p>}
      <p className="govuk-body">{t(`elections:notice.method.${election.method}`)}</p>
      {(election.method === "both" || election.method === "post") && <p className="govuk-body">{t(`elections:notice.paper-rule.${election.paperRule}`)}</p>}
      {election.turnoutLeast !== null && <p className="govuk-body">{t("elections:notice.turnout", { percent: number(election.turnoutLeast) })} {t(`results:turnout.then.${election.shortfall}`)}</p>}
      <h2 className="govuk-heading-m">{t("elections:notice.who-stands")}</h2>
      <p className="govuk-body">
        {t(`elections:notice.stands.${election.electorate}`, named)} {t(`elections:notice.supporters.${supporters}`, named)}
      </p>
      {line && election.servedRule === "unless-nobody-new" && <p className="govuk-body">{t("elections:notice.served")}</p>}
      <p className="govuk-body">{t("elections:notice.statement", { number: number(election.statementWords) })}</p>
      <h2 className="govuk-heading-m">{t("elections:notice.counting")}</h2>
      <p className="govuk-body">{t(`elections:rules.${election.rules}.text`)}</p>
      {reserves.length > 0 && <p className="govuk-body">{t("elections:notice.counting-reserved")}</p>}
      {calendar && (
        <p className="govuk-body">
          <PageLink to={electionPath(partnership, election, "rules")}>{t("elections:public-room.rules")}</PageLink>
        </p>
      )}
      <h2 className="govuk-heading-m">{t("elections:notice.secret")}</h2>
      {election.resultsDetail === "order" && <p className="govuk-body">{t("elections:results-detail.order")}</p>}
      <Secrecy isOnline={election.method === "online" || election.method === "both"} />
      <h2 className="govuk-heading-m">{t("elections:notice.who-runs")}</h2>
      {officers.returning && (
        <p className="govuk-body">
          {t("elections:notice.returning")} <bdi>{officers.returning}</bdi>
        </p>
      )}
      {officers.scrutineers.length > 0 && (
        <>
          <p className="govuk-body">{t("elections:notice.scrutineers")}</p>
          <ul className="govuk-list govuk-list--bullet">
            {officers.scrutineers.map((name) => (
              <li key={name}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="govuk-heading-m">{t("elections:notice.complain")}</h2>
      <p className="govuk-body">{t("elections:notice.complain-text")}</p>
      {timetable && <p className="govuk-body">{t("elections:notice.challenge", { date: date(timetable.challengesUntil) })}</p>}
      {hasContact(partnership.contact) && <ContactList contact={partnership.contact} />}
      <p className="govuk-body">
        <PageLink to={howWeWorkPath(partnership)}>{t("structure:how.title")}</PageLink>
      </p>
    </>
  );
}
