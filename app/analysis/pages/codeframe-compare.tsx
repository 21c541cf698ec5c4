// What became of the codes from one version of a codeframe to another, or to how they stand now.
import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { within } from "#app/forms/wording.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findFramePage } from "../code-page.server.ts";
import { differenceKinds, differencesBetween } from "../codeframe-version.ts";
import { codeframeVersionsPath } from "../paths.ts";
import { findFrameVersion, listSplits } from "../versions.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation, frame, codes } = await findFramePage(args);
  const { searchParams } = new URL(args.request.url);
  const [from, to] = [searchParams.get("from"), searchParams.get("to")];
  const back = codeframeVersionsPath(partnership, consultation, frame);
  if (from === null || to === null) throw redirect(back);
  const one = await findFrameVersion(db(), frame, from);
  const other = to === "now" ? null : await findFrameVersion(db(), frame, to);
  // whichever way round they were chosen, the earlier is compared with the later
  const [earlier, later] = other && other.number < one.number ? [other, one] : [one, other];
  const splits = await listSplits(db(), frame, { after: earlier.publishedAt, until: later?.publishedAt ?? null });
  const { t, number } = wordsFor(language);
  const [of, with_] = [number(earlier.number), later ? number(later.number) : null];
  const heading = with_ === null ? t("recoding:compare.with-now", { from: of }) : t("recoding:compare.with", { from: of, to: with_ });
  return {
    title: titleOf(t("recoding:compare.title-of", { heading, name: within(frame.name, { language }) }), language, partnership),
    ...{ frame: { name: frame.name }, heading, back },
    differences: differencesBetween(earlier.codes, later?.codes ?? codes, splits),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function CodeframeComparePage() {
  const { frame, heading, differences, back } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const kinds = differenceKinds.filter((kind) => differences.some((difference) => difference.kind === kind));
  return (
    <>
      <BackLink to={back} text={t("recoding:versions.back")} />
      <PageHeading caption={<InLanguage text={frame.name} />}>{heading}</PageHeading>
      {kinds.length === 0 && <p className="govuk-body">{t("recoding:compare.same")}</p>}
      {kinds.map((kind) => (
        <section key={kind}>
          <h2 className="govuk-heading-m">{t(`recoding:difference.${kind}`)}</h2>
          <ul className="govuk-list govuk-list--bullet">
            {differences
              .filter((difference) => difference.kind === kind)
              .map(({ codeId, name, others }) => (
                <li key={codeId}>
                  <InLanguage text={name} />
                  {kind === "moved" && others.length === 0 && ` (${t("recoding:place.as-theme")})`}
                  {others.length > 0 && (
                    <>
                      {" "}
                      ({t(`recoding:difference-to.${kind}`)}{" "}
                      {others.map((other, index) => (
                        <span key={index}>
                          {index > 0 && ", "}
                          <InLanguage text={other} />
                        </span>
                      ))}
                      )
                    </>
                  )}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
