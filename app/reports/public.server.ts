// A page of a published report, for everybody: the latest version or one before it.
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { within } from "#app/forms/wording.ts";
import { titleOf } from "#app/shared/title.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { findPublicReport } from "./find.server.ts";
import { listedVersions } from "./version-list.ts";

/** What the page shows; 410 where the version was taken back. It is drawn anew each time, because whoever is quoted may take their words back at any moment. */
export async function showReport(args: LoaderFunctionArgs, number: string | null) {
  const { language } = args.context;
  const words = wordsFor(language);
  const { partnership, consultation, versions, version, shown, sections } = await findPublicReport(args, words, number);
  const [latest] = versions;
  const named = words.t(number === null ? "reports:title-of" : "reports:version.title-of", { title: within(consultation.title, words), number: words.number(version.number) });
  const { differs: _, ...about } = version;
  return data(
    {
      title: titleOf(named, language, partnership),
      ...{ partnership, consultation: { id: consultation.id, title: consultation.title }, sections, version: about },
      set: { number: shown.set.number, at: new Date(shown.set.frozenAt), included: shown.set.included },
      versions: listedVersions(versions, shown, words, { partnership, consultation }),
      isOld: latest?.number !== version.number,
    },
    { status: version.withdrawn ? 410 : 200, headers: { "Cache-Control": "no-cache" } },
  );
}
