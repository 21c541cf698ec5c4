import { Fragment } from "react";
import type { SeatRange } from "#app/bodies/seat-scheme.ts";
import type { SeatCounts } from "#app/bodies/structure.ts";
import type { SeatState } from "#app/bodies/structure-picture.ts";
import type { Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { SeatCount, SeatMarks } from "./seat-marks.tsx";

type Named = { title: Text; path: string };

type Line = {
  id: string;
  isWithin: boolean;
  sector: string;
  basis: string;
  holder: Text;
  chosenBy: Text;
  termInMonths: number;
  mostTerms: number;
  isVoting: boolean;
  reserves: readonly { least: number; criterion: Text }[];
  poolSize: number | null;
  range: SeatRange;
  counts: SeatCounts;
  pool: { id: string; name: string; organisation: Text | null }[];
  seats: { seat: number; state: SeatState; name: string | null; until: string | null; organisation: Text | null; electedIn: Named | null; /** The round in which an organisation named whoever sits there. */ namedIn: Named | null; toBeElectedIn: Named | null }[];
};

/** Seats of one sort: what they are kept for, how whoever sits there is chosen, and who that is until when. */
export function SeatLineOnPage({ line }: { line: Line }) {
  const { t, number } = useWords();
  const isChosenBy = Object.keys(line.chosenBy).length > 0;
  return (
    <section className="seat-line">
      <h3 className="govuk-heading-s">
        <InLanguage text={line.holder} />
      </h3>
      <p className="govuk-body">
        {t(`bodies:sector.${line.sector}`)}
        <br />
        <SeatCount counts={line.counts} isOpenEnded={line.range.most === null} /> <SeatMarks counts={line.counts} />
        {line.isWithin && (
          <>
            <br />
            {t("structure:line.within")}
          </>
        )}
      </p>
      <p className="govuk-body">
        {t(`structure:basis.${line.basis}`)}
        {isChosenBy && (
          <>
            <br />
            {t("structure:line.chosen-by")} <InLanguage text={line.chosenBy} />
          </>
        )}
        {line.reserves.map(({ least, criterion }, at) => (
          <Fragment key={at}>
            <br />
            {t("structure:line.kept-for", { least: number(least) })} <InLanguage text={criterion} />
          </Fragment>
        ))}
        <br />
        {t("structure:line.term", { count: line.mostTerms, months: number(line.termInMonths), terms: number(line.mostTerms) })}
        {!line.isVoting && ` ${t("structure:line.no-vote")}`}
      </p>
      {line.basis === "pool" ? <Pool line={line} /> : <Seats seats={line.seats.filter(({ state, toBeElectedIn }) => state !== "open" || toBeElectedIn !== null)} />}
    </section>
  );
}

function Seats({ seats }: { seats: Line["seats"] }) {
  const { t, date } = useWords();
  return (
    <ul className="govuk-list govuk-list--bullet">
      {seats.map(({ seat, state, name, until, organisation, electedIn, namedIn, toBeElectedIn }) => (
        <li key={seat}>
          {state === "held" && name !== null ? <Holder name={name} organisation={organisation} until={until && t("structure:line.until", { date: date(until) })} /> : <Tag colour="yellow">{t(`structure:seat.${state === "open" ? "open" : "vacant"}`)}</Tag>}
          {electedIn && <InElection say={t("structure:seat.elected-in")} election={electedIn} />}
          {namedIn && <InElection say={t("structure:seat.named-in")} election={namedIn} />}
          {toBeElectedIn && <InElection say={t(state === "held" ? "structure:seat.elects-next" : "structure:seat.to-be-elected")} election={toBeElectedIn} />}
        </li>
      ))}
    </ul>
  );
}

function InElection({ say, election: { title, path } }: { say: string; election: Named }) {
  return (
    <>
      <br />
      {say}{" "}
      <PageLink to={path}>
        <InLanguage text={title} />
      </PageLink>
    </>
  );
}

function Pool({ line: { pool, poolSize } }: { line: Line }) {
  const { t, number } = useWords();
  return (
    <>
      <p className="govuk-body">
        {poolSize === null
          ? t("structure:line.pool", { count: pool.length, people: number(pool.length) })
          : t("structure:line.pool-of", { count: poolSize, people: number(pool.length), of: number(poolSize) })}
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {pool.map(({ id, name, organisation }) => (
          <li key={id}>
            <Holder name={name} organisation={organisation} until={null} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Holder({ name, organisation, until }: { name: string; organisation: Text | null; until: string | null }) {
  return (
    <>
      <bdi>{name}</bdi>
      {organisation && (
        <>
          {" – "}
          <InLanguage text={organisation} />
        </>
      )}
      {until && (
        <>
          <br />
          {until}
        </>
      )}
    </>
  );
}
