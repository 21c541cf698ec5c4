// A part of a network, of a place or of an interest: added, changed or taken away.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { takeEdits } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { languages, textIn } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { textAsTyped } from "#app/shared/texts.ts";
import { titleOf } from "#app/shared/title.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Theirs } from "#app/shared/ui/theirs.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { constituencyKinds, longestName, mostConstituencies, readName, type Constituency } from "../network.ts";
import { findNetwork, holdNetwork, removeConstituency, saveConstituency, type Network } from "../networks.store.server.ts";
import { constituencyPath, officeNetworkPath } from "../paths.ts";
import { mayKeepNetworks } from "../policy.ts";

const units = [...languages.map((language) => [`name-${language}`]), ["kind"]];

function partOf({ constituencies }: Network, id: string | undefined): Constituency | null {
  if (id === "new") return null;
  const found = constituencies.find((one) => one.id === id);
  if (!found) throw notFound();
  return found;
}

const asTyped = (part: Constituency | null) => ({ ...textAsTyped("name", part?.name ?? {}), kind: part?.kind ?? "geography" });

export async function loader(args: LoaderFunctionArgs) {
  const { partnership } = await requireWhoMay(args, mayKeepNetworks);
  const network = await findNetwork(db(), partnership.id, args.params.network);
  const part = partOf(network, args.params.part);
  const { t } = wordsFor(args.context.language);
  return {
    title: titleOf(t(part ? "networks:part.title" : "networks:part.new"), args.context.language, partnership),
    ...{ partnership, network, part, entries: asTyped(part) },
    asks: part !== null && new URL(args.request.url).searchParams.get("ask") === "remove",
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepNetworks);
  const form = await readForm(args.request);
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now: args.context.now };
  const refused = await inTransaction(async (transaction): Promise<Refused | null> => {
    const network = await holdNetwork(transaction, partnership.id, args.params.network);
    const part = partOf(network, args.params.part);
    if (part && form.get("deed") === "remove") {
      await removeConstituency(transaction, by, network, part.id);
      return null;
    }
    const theirs = asTyped(part);
    const { merged, clashes } = takeEdits(units, form, theirs);
    const name = readName(merged);
    const kind = constituencyKinds.find((one) => one === merged.kind);
    const refuse = (problems: Refused["problems"]): Refused => ({ entries: merged, problems, clashes, now: theirs });
    if (!name.ok || !kind || clashes.length > 0) return refuse([...(name.ok ? [] : name.problem), ...(kind ? [] : [{ field: "kind", code: "part-kind" }])]);
    const isSaved = await saveConstituency(transaction, by, network, part?.id ?? null, { name: name.value, kind });
    return isSaved ? null : refuse([{ field: "name-en", code: "parts-full", most: mostConstituencies }]);
  });
  if (refused) return data(refused, { status: 422 });
  return redirect(officeNetworkPath(partnership, { slug: args.params.network ?? "" }, { done: "part" }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function PartPage() {
  const { partnership, network, part, asks, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, language } = useWords();
  const { field, inEach, theirs, errors, before } = useFields(
    { say: (name, values) => t(`networks:part.${name}`, values), sayProblem: (code, values) => t(`networks:problem.${code}`, values) },
    { loaded: loaded.entries, refused },
  );
  if (part && asks) {
    return (
      <Confirming
        question={t("networks:part.ask", { name: textIn(part.name, language).text })}
        consequence={t("networks:part.ask-text")}
        yes={{ name: "deed", value: "remove", text: t("networks:part.remove") }}
        no={t("networks:part.ask-no")}
        backTo={constituencyPath(partnership, network, part.id)}
      />
    );
  }
  return (
    <>
      <BackLink to={officeNetworkPath(partnership, network)} text={textIn(network.name, language).text} />
      <ErrorSummary errors={errors} />
      <PageHeading caption={<InLanguage text={network.name} />}>{t(part ? "networks:part.title" : "networks:part.new")}</PageHeading>
      <form method="post" noValidate>
        {inEach("name", { most: longestName })}
        <Radios {...field("kind")} choices={constituencyKinds.map((value) => ({ value, label: t(`networks:part.kind-of.${value}`) }))} />
        <Theirs said={theirs("kind") && t(`networks:part.kind-of.${theirs("kind")}`)} />
        {part && <AsOpened entries={before} />}
        <Button>{t("networks:save")}</Button>
      </form>
      {part && (
        <p className="govuk-body">
          <PageLink to={constituencyPath(partnership, network, part.id, { ask: "remove" })}>{t("networks:part.remove")}</PageLink>
        </p>
      )}
    </>
  );
}
