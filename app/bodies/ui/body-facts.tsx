import type { Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type Linked = { id: string; name: Text; path: string };

type Facts = {
  kind: string;
  isFull: boolean;
  decisionModel: string;
  meets: Text;
  isOpen: boolean;
  quorum: number | null;
  chairChosenBy: string;
  chairs: { kind: string; name: string | null; office: Text; endsOn: string | null; electedIn: { title: Text; path: string } | null }[];
  themes: string[];
  crossCutting: string[];
  legalStatus: string | null;
  legalBasis: string | null;
  startedOn: string | null;
  plannedEndOn: string | null;
};

/** What everybody may know of a body; what nobody has said is not shown. */
export function BodyFacts({ body, above, below }: { body: Facts; above: Linked | null; below: readonly Linked[] }) {
  const { t, date, number } = useWords();
  const row = (key: string, value: React.ReactNode) => ({ key, label: t(`structure:fact.${key}`), value });
  const isSaid = (text: Text) => Object.keys(text).length > 0;
  const points = (names: readonly string[]) => (
    <ul className="govuk-list">
      {names.map((name) => (
        <li key={name}>{t(`bodies:theme.${name}`)}</li>
      ))}
    </ul>
  );
  return (
    <SummaryList
      rows={[
        row("kind", body.isFull ? `${t(`bodies:kind.${body.kind}`)} · ${t("structure:full")}` : t(`bodies:kind.${body.kind}`)),
        ...(above ? [row("above", <BodyLink body={above} />)] : []),
        ...(below.length > 0 ? [row("below", <BodyLinks bodies={below} />)] : []),
        row("decides", t(`bodies:model.${body.decisionModel}`)),
        row("leads", <Leads {...body} />),
        ...(isSaid(body.meets) ? [row("meets", <InLanguage text={body.meets} />)] : []),
        row("open", t(body.isOpen ? "structure:open.yes" : "structure:open.no")),
        ...(body.quorum !== null ? [row("quorum", t("structure:quorum", { count: body.quorum, seats: number(body.quorum) }))] : []),
        ...(body.themes.length > 0 ? [row("themes", points(body.themes))] : []),
        ...(body.crossCutting.length > 0 ? [row("keeps", points(body.crossCutting))] : []),
        ...(body.legalStatus ? [row("legal", t(`structure:legal.${body.legalStatus}`))] : []),
        ...(body.legalBasis ? [row("basis", <bdi>{body.legalBasis}</bdi>)] : []),
        ...(body.startedOn ? [row("started", date(body.startedOn))] : []),
        ...(body.plannedEndOn ? [row("ends", date(body.plannedEndOn))] : []),
      ]}
    />
  );
}

function BodyLink({ body: { name, path } }: { body: Linked }) {
  return (
    <PageLink to={path}>
      <InLanguage text={name} />
    </PageLink>
  );
}

function BodyLinks({ bodies }: { bodies: readonly Linked[] }) {
  return (
    <ul className="govuk-list">
      {bodies.map((body) => (
        <li key={body.id}>
          <BodyLink body={body} />
        </li>
      ))}
    </ul>
  );
}

function Leads({ chairs, chairChosenBy }: Pick<Facts, "chairs" | "chairChosenBy">) {
  const { t, date } = useWords();
  return (
    <>
      {chairs.length > 0 && (
        <ul className="govuk-list">
          {chairs.map(({ kind, name, office, endsOn, electedIn }, index) => (
            <li key={index}>
              <strong>{t(`structure:chair.${kind}`)}</strong> {name === null ? <InLanguage text={office} /> : <bdi>{name}</bdi>}
              {endsOn && `, ${t("structure:chair-until", { date: date(endsOn) })}`}
              {electedIn && (
                <>
                  <br />
                  {t("structure:seat.elected-in")}{" "}
                  <PageLink to={electedIn.path}>
                    <InLanguage text={electedIn.title} />
                  </PageLink>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {t(`bodies:chair-way.${chairChosenBy}`)}
    </>
  );
}
