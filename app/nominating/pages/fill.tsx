// How a round of nominations ends: those accepted are appointed in one step; where there are more of them than places an officer says who, and why, or
// has an election decide; or it is given up. Nothing is counted here.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { longestReason, readEndingReason, readFilling } from "../filling.ts";
import { abandon, electInstead, fill, findFree, listAccepted } from "../filling.store.server.ts";
import { refuseUnless, requireRound } from "../guard.server.ts";
import { listInvitations } from "../invitations.store.server.ts";
import { officeRoundPath } from "../paths.ts";
import { isRunning, roundState } from "../round.ts";
import { holdRound } from "../rounds.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, round, state } = await requireRound(args);
  refuseUnless(isRunning(state), partnership, round);
  const isClosed = state === "closed";
  const accepted = isClosed ? await listAccepted(db(), round) : [];
  const open = (await listInvitations(db(), round)).filter(({ answer }) => answer === "asked" || answer === "to-rule").length;
  return {
    title: titleOf(wordsFor(language).t(isClosed ? "nominating:fill.title-of" : "nominating:fill.give-up-of", { title: textIn(round.title, language).text }), language, partnership),
    ...{ partnership: { slug: partnership.slug }, isClosed, seats: round.seats, free: (await findFree(db(), round)).free.length, open, mayElect: isClosed && round.line.network !== null },
    round: { id: round.id, title: round.title },
    accepted: accepted.map(({ named, organisation }) => ({ id: named.id, name: named.name, organisation })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, round: asked, by } = await requireRound(args);
  const form = await readForm(args.request, { longest: longestReason * 8 });
  const deed = form.get("deed");
  if (deed !== "fill" && deed !== "election" && deed !== "abandon") throw badRequest();
  const [entries, chosen] = [Object.fromEntries(form), form.getAll("chosen")];
  const done = await inTransaction(async (transaction): Promise<(Refused & { chosen: string[] }) | string> => {
    const round = await holdRound(transaction, partnership.id, asked.id);
    const state = roundState(round, dayOf(by.now));
    const of = { partnership, round };
    // because it was pressed twice
    if (round.ending !== null) return round.ending;
    const refuse = (problems: Refused["problems"]) => ({ entries, chosen, problems, clashes: [], now: {} });
    if (deed === "fill" && state === "closed") {
      const accepted = await listAccepted(transaction, round);
      const { found, free } = await findFree(transaction, round);
      const read = readFilling(entries, chosen, { accepted: accepted.map(({ named }) => named.id), free: free.length });
      if (!read.ok) return refuse(read.problem);
      if (!found) return "too-late";
      await fill(transaction, by, of, { found, free }, accepted.filter(({ named }) => read.value.chosen.includes(named.id)), read.value.reason);
      return "filled";
    }
    const reason = readEndingReason(entries);
    if (!reason.ok) return refuse(reason.problem);
    if (deed === "abandon") {
      await abandon(transaction, by, of, reason.value);
      return "abandoned";
    }
    return state === "closed" && (await electInstead(transaction, by, of, reason.value)) !== null ? "election" : "too-late";
  });
  if (typeof done !== "string") return data(done, { status: 422 });
  return redirect(officeRoundPath(partnership, asked, "", { done }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function FillPage() {
  const { partnership, round, isClosed, seats, free, open, mayElect, accepted } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, language } = useWords();
  const { inEach, errors, errorAt } = useFields({ say: (name, values) => t(`nominating:fill.field.${name}`, values), sayProblem: (code, values) => t(`nominating:problem.${code}`, values) }, { loaded: {}, refused });
  const values = { accepted: number(accepted.length), free: number(free), seats: number(seats), open: number(open) };
  const preselected = accepted.length <= free ? accepted.map(({ id }) => id) : [];
  return (
    <>
      <BackLink to={officeRoundPath(partnership, round)} text={textIn(round.title, language).text} />
      <ErrorSummary errors={errors} />
      <PageHeading caption={<InLanguage text={round.title} />}>{t(isClosed ? "nominating:fill.title" : "nominating:fill.give-up")}</PageHeading>
      {isClosed && <p className="govuk-body">{t("nominating:fill.lead", values)}</p>}
      {isClosed && open > 0 && <InsetText>{t("nominating:fill.open", values)}</InsetText>}
      {isClosed && accepted.length > free && <InsetText>{t(mayElect ? "nominating:fill.too-many" : "nominating:fill.too-many-no-network", values)}</InsetText>}
      <form method="post" noValidate>
        {accepted.length > 0 && (
          <Checkboxes
            name="chosen"
            label={t("nominating:fill.field.chosen")}
            hint={t("nominating:fill.chosen-hint", values)}
            error={errorAt("chosen")}
            values={refused?.chosen ?? preselected}
            choices={accepted.map(({ id, name, organisation }) => ({ value: id, label: name, hint: textIn(organisation, language).text }))}
          />
        )}
        {inEach("reason", { rows: 3, most: longestReason })}
        <ButtonGroup>
          {accepted.length > 0 && (
            <Button name="deed" value="fill">
              {t("nominating:fill.appoint")}
            </Button>
          )}
          {mayElect && (
            <Button name="deed" value="election" look="secondary">
              {t("nominating:fill.elect")}
            </Button>
          )}
          <Button name="deed" value="abandon" look="warning">
            {t("nominating:fill.abandon")}
          </Button>
        </ButtonGroup>
      </form>
    </>
  );
}
