// Weights of a sample survey: by which margins, which groups of few are put together, what the weights are, and a question with
// and without them. All that is chosen stands in the address.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answerText } from "#app/consultations/answer-name.ts";
import { sidesOf } from "#app/consultations/cross-tabulation.ts";
import { mayAnalyse } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { sideText } from "#app/consultations/side-text.ts";
import { listVersions } from "#app/consultations/store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { placesIn, readCampaignView } from "../campaign.ts";
import { findCampaignPlaces } from "../campaigns.store.server.ts";
import { findDesign } from "../design.store.server.ts";
import { listMargins } from "../margins.store.server.ts";
import { marginsPath, setPath, surveyDesignPath } from "../paths.ts";
import { findSetColumns } from "../set-columns.store.server.ts";
import { findSet } from "../sets.store.server.ts";
import { campaignsSaid, CampaignSelect } from "../ui/campaign-view.tsx";
import { WeightsMade } from "../ui/weights-made.tsx";
import { fewestInGroup, weightedOf, weightsOf, type Merges, type Weighed } from "../weighting.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayAnalyse);
  const set = await findSet(db(), consultation, args.params.set);
  const words = wordsFor(args.context.language);
  const { searchParams } = new URL(args.request.url);
  const design = await findDesign(db(), consultation);
  const sides = sidesOf(await listVersions(db(), consultation.formId));
  const margins = await listMargins(db(), consultation);
  const all = margins.flatMap((margin): Weighed[] => sides.filter(({ key }) => key === margin.side).map((side) => ({ side, margin })));
  const weighed = design.isSample ? all.filter(({ side }) => searchParams.getAll("margin").includes(side.key)) : [];
  const merges: Merges = Object.fromEntries(weighed.map(({ side, margin }) => [side.key, mergesIn(searchParams, side.key, Object.keys(margin.shares))]));
  const columns = await findSetColumns(db(), set.id);
  const campaignAt = await findCampaignPlaces(db(), set.id);
  const view = campaignAt.size === 0 ? "all" : readCampaignView(searchParams);
  const question = sides.find(({ key }) => key === searchParams.get("question")) ?? null;
  const answers = question ? columns.under(question.key).codes : null;
  const places = placesIn(view, columns.placesOf({}), campaignAt, (place) => answers === null || (answers[place] ?? 0) > 0);
  const weights = weighed.length > 0 ? weightsOf(columns, weighed, merges, places) : null;
  const weighted = weights?.made && question ? weightedOf(columns, weights.made, question, design.population) : null;
  if (weights?.made) {
    await recordAudit(db(), {
      ...{ partnershipId: partnership.id, personId: signedIn.personId, action: "analysis.weight", subjectKind: "consultation", subjectId: consultation.id },
      facts: { number: set.number, questions: weighed.map(({ side }) => side.key).join(", "), count: weights.people },
    });
  }
  const { ofCell: _, cellAt: __, ...made } = weights?.made ?? { ofCell: [], cellAt: null };
  return {
    title: titleOf(words.t("tables:weights.title", { set: words.number(set.number) }), words.language, partnership),
    ...{ partnership, consultation, set, isSample: design.isSample, merges },
    margins: all.map(({ side, margin }) => ({ key: side.key, name: sideText(side, words), answers: side.values.filter(({ id }) => id in margin.shares).map(({ id, name }) => ({ id, name: answerText(name, words) })) })),
    chosen: weighed.map(({ side }) => side.key),
    questions: sides.map((side) => ({ value: side.key, label: sideText(side, words) })),
    weights: weights && { ...weights, made: weights.made && (made as Omit<typeof weights.made, "ofCell" | "cellAt">) },
    shown: question && weighted ? { question: sideText(question, words), ...weighted } : null,
    question: question?.key ?? "",
    campaigns: { view, confirmed: new Set(campaignAt.values()).size, responses: campaignAt.size },
  };
}

/** Which answers are counted with which, as the address says: "with.area.hill=town". */
function mergesIn(search: URLSearchParams, key: string, answers: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    answers.flatMap((answer) => {
      const into = search.get(`with.${key}.${answer}`);
      return into !== null && into !== answer && answers.includes(into) ? [[answer, into]] : [];
    }),
  );
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function WeightsPage() {
  const { partnership, consultation, set, isSample, margins, chosen, merges, questions, question, weights, shown, campaigns } = useLoaderData<typeof loader>();
  const words = useWords();
  const { t, number } = words;
  const toMerge = (weights?.groups ?? []).flatMap(({ key, groups }) => {
    const margin = margins.find((one) => one.key === key);
    const own = merges[key] ?? {};
    return (margin?.answers ?? [])
      .filter(({ id }) => own[id] !== undefined || groups.some((group) => group.id === id && group.isSmall))
      .map((answer) => ({ key, answer, into: own[answer.id] ?? "", others: margin!.answers.filter(({ id }) => id !== answer.id), count: groups.find(({ id }) => id === answer.id)?.count ?? null }));
  });
  return (
    <>
      <BackLink to={setPath(partnership, consultation, set)} text={t("tables:back", { set: number(set.number) })} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("tables:weights.title", { set: number(set.number) })}</PageHeading>
      {!isSample && (
        <InsetText>
          <p className="govuk-body">{t("tables:weights.open")}</p>
          <PageLink to={surveyDesignPath(partnership, consultation)}>{t("tables:design.change")}</PageLink>
        </InsetText>
      )}
      {isSample && margins.length === 0 && (
        <p className="govuk-body">
          {t("tables:represented.none")} <PageLink to={marginsPath(partnership, consultation)}>{t("tables:margins.heading")}</PageLink>
        </p>
      )}
      {isSample && margins.length > 0 && (
        <>
          <p className="govuk-body">{t("tables:weights.lead", { fewest: number(fewestInGroup) })}</p>
          <form method="get" noValidate>
            <Checkboxes name="margin" label={t("tables:weights.margins")} labelSize="s" values={chosen} choices={margins.map(({ key, name }) => ({ value: key, label: name }))} />
            {toMerge.map(({ key, answer, into, others, count }) => (
              <Select
                key={`${key} ${answer.id}`}
                name={`with.${key}.${answer.id}`}
                label={t("tables:weights.with", { group: answer.name })}
                hint={count === null ? undefined : t("tables:weights.few", { count: number(count), fewest: number(fewestInGroup) })}
                value={into}
                options={[{ value: "", label: t("tables:weights.by-itself") }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
              />
            ))}
            <Select name="question" label={t("tables:weights.question")} value={question} options={[{ value: "", label: t("office:cross.none") }, ...questions]} />
            <CampaignSelect campaigns={campaigns} />
            <Button>{t("tables:weights.make")}</Button>
          </form>
          {weights && <WeightsMade weights={weights} shown={shown} set={set} note={campaignsSaid(campaigns, words)} names={Object.fromEntries(margins.map(({ key, name }) => [key, name]))} />}
        </>
      )}
    </>
  );
}
