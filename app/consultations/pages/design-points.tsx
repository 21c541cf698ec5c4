// Adds, rewords, moves and removes the points of a consultation that are open to change, or those that are not.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useHref, useLoaderData } from "@remix-run/react";
import { inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { languages, textIn, type Text } from "#app/shared/languages.ts";
import { badRequest, notFound } from "#app/shared/responses.server.ts";
import { readText, tooLong } from "#app/shared/texts.ts";
import { titleOf } from "#app/shared/title.ts";
import { passage } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { ways } from "#app/shared/way.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { inputIn } from "../design-fields.ts";
import { changeConsultation } from "../design.store.server.ts";
import { isDesignable, mayDesign } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";
import { pointsPath, textsPath } from "../office-paths.ts";
import { changePoint, fieldOfPoints, isAmong, isPointList, keyOfPoint, longestPoint, mostPoints, movePoint, removePoint, type PointList } from "../points.ts";
import { holdConsultation } from "../store.server.ts";
import { SaidInLanguages } from "../ui/said-in-languages.tsx";

const dones = ["added", "changed", "moved", "removed", "gone"] as const;
const deeds = ["add", "change", "up", "down", "remove"] as const;

function listOf(list: string | undefined): PointList {
  if (!isPointList(list)) throw notFound();
  return list;
}

export async function loader(args: LoaderFunctionArgs) {
  const words = wordsFor(args.context.language);
  const { partnership, consultation } = await findForOffice(args, mayDesign);
  const list = listOf(args.params.list);
  const points = consultation[fieldOfPoints[list]];
  const search = new URL(args.request.url).searchParams;
  const pointOf = (name: string) => points.find((point) => keyOfPoint(point) === search.get(name)) ?? null;
  const removing = pointOf("remove");
  const heading = words.t(`prepare:field.${fieldOfPoints[list]}`);
  return {
    title: titleOf(removing ? words.t("prepare:points.ask") : heading, args.context.language, partnership),
    ...{ partnership, consultation, list, points, heading, removing },
    isDesignable: isDesignable(consultation),
    changing: pointOf("change"),
    done: dones.find((done) => search.has(done)) ?? null,
  };
}

type Refused = { text: Text; was: string; code: "blank" | "long" | "there" | "full" | "gone" | "fixed" };

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayDesign);
  const list = listOf(args.params.list);
  const form = await readForm(args.request, { longest: 20_000 });
  const deed = deeds.find((one) => one === form.get("deed"));
  if (!deed) throw badRequest();
  const was = form.get("was") ?? "";
  const text = readText("point", Object.fromEntries(form), passage);
  const here = pointsPath(partnership, consultation, list);
  return inTransaction(async (transaction) => {
    const held = await holdConsultation(transaction, partnership.id, consultation.id);
    const field = fieldOfPoints[list];
    const refuse = (code: Refused["code"]) => data<Refused>({ text, was, code }, { status: 422 });
    if (!isDesignable(held)) return refuse("fixed");
    const points = held[field];
    if (deed === "add" || deed === "change") {
      if (Object.keys(text).length === 0) return refuse("blank");
      if (tooLong("point", text, longestPoint).length > 0) return refuse("long");
      if (keyOfPoint(text) !== was && isAmong(points, text)) return refuse("there");
      if (deed === "add" && points.length >= mostPoints) return refuse("full");
    }
    const after = {
      add: () => [...points, text],
      change: () => changePoint(points, was, text),
      up: () => movePoint(points, was, -1),
      down: () => movePoint(points, was, 1),
      remove: () => removePoint(points, was),
    }[deed]();
    if (after === null) return deed === "change" ? refuse("gone") : redirect(`${here}?gone`);
    await changeConsultation(transaction, held, { personId: signedIn.personId, changed: [field], now: args.context.now }, { [field]: after });
    if (deed === "up" || deed === "down") return redirect(`${here}?moved#point-${after.findIndex((point) => keyOfPoint(point) === was) + 1}`);
    return redirect(`${here}?${{ add: "added", change: "changed", remove: "removed" }[deed]}`);
  });
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function DesignPointsPage() {
  const { partnership, consultation, list, points, heading, removing, changing, isDesignable, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as Refused | undefined;
  const { t, number, language: current } = useWords();
  const here = pointsPath(partnership, consultation, list);
  const action = useHref(here);
  const briefly = (text: Text) => textIn(text, current).text.split("\n")[0]!.slice(0, 100);
  if (removing && !refused) {
    return (
      <Confirming
        question={t("prepare:points.ask")}
        consequence={t("prepare:points.ask-text", { point: briefly(removing) })}
        yes={{ name: "deed", value: "remove", text: t("prepare:points.ask-yes") }}
        no={t("prepare:points.ask-no")}
        backTo={here}
        fields={{ was: keyOfPoint(removing) }}
      />
    );
  }
  const isGone = refused?.code === "gone";
  const typed = refused?.text ?? changing ?? {};
  const was = isGone ? "" : (refused?.was ?? (changing ? keyOfPoint(changing) : ""));
  const error = refused && t(`prepare:points.problem.${refused.code}`, { most: number(refused.code === "full" ? mostPoints : longestPoint) });
  const wrong = refused?.code === "long" ? tooLong("point", refused.text, longestPoint) : [inputIn("point", languages[0])];
  return (
    <>
      <BackLink to={textsPath(partnership, consultation)} text={t("prepare:back")} />
      <ErrorSummary errors={error ? [{ href: `#${wrong[0]}`, text: error }] : []} />
      {done && !refused && <NotificationBanner kind={done === "gone" ? "important" : "success"}>{t(`prepare:points.done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{heading}</PageHeading>
      {!isDesignable && <InsetText>{t("prepare:fixed")}</InsetText>}
      <p className="govuk-body">{t(`prepare:points.lead.${list}`)}</p>
      {points.length === 0 && <p className="govuk-body">{t("prepare:points.empty")}</p>}
      <ol className="points">
        {points.map((point, index) => {
          const key = keyOfPoint(point);
          const name = briefly(point);
          const at = (deed: string) => `${here}?${new URLSearchParams({ [deed]: key })}`;
          return (
            <li key={key} id={`point-${index + 1}`} tabIndex={-1}>
              <SaidInLanguages text={point} />
              {isDesignable && (
                <form method="post" action={action} noValidate>
                  <input type="hidden" name="was" value={key} />
                  <ButtonGroup>
                    <ButtonLink look="secondary" to={`${at("change")}#typed`}>
                      {t("prepare:points.change")}
                      <span className="govuk-visually-hidden"> {name}</span>
                    </ButtonLink>
                    {ways.filter((way) => index !== (way === "up" ? 0 : points.length - 1)).map((way) => (
                      <Button key={way} look="secondary" name="deed" value={way}>
                        {t(`prepare:points.${way}`)}
                        <span className="govuk-visually-hidden"> {name}</span>
                      </Button>
                    ))}
                    <ButtonLink look="secondary" to={at("remove")}>
                      {t("prepare:points.remove")}
                      <span className="govuk-visually-hidden"> {name}</span>
                    </ButtonLink>
                  </ButtonGroup>
                </form>
              )}
            </li>
          );
        })}
      </ol>
      {(isDesignable || refused) && (
        <form method="post" action={action} id="typed" noValidate>
          {was !== "" && <input type="hidden" name="was" value={was} />}
          <FieldsInLanguages
            name="point"
            legend={t(was === "" ? "prepare:points.new" : "prepare:points.reword")}
            hint={t("prepare:points.hint", { most: number(longestPoint) })}
            rows={3}
            valueOf={(language) => typed[language] ?? ""}
            errorOf={(language) => (wrong.includes(inputIn("point", language)) ? error : undefined)}
          />
          {isDesignable && (
            <Button name="deed" value={was === "" ? "add" : "change"}>
              {t(was === "" ? "prepare:points.add" : "prepare:save")}
            </Button>
          )}
        </form>
      )}
    </>
  );
}
