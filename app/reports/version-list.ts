// The versions of a report as they are listed, in one language.
import type { Words } from "#app/shared/words.ts";
import { reportVersionPath } from "./paths.ts";
import { titleOfSection } from "./report-blocks.ts";
import type { Said } from "./blocks.ts";
import type { ReportShown } from "./shown.ts";
import type { Version } from "./version.ts";

export type ListedVersion = Omit<Version, "differs"> & { differs: { title: Said; in: string[] }[]; path: string };

/** Each with what its sections are called in the figures that are shown. */
export function listedVersions(versions: readonly Version[], shown: Pick<ReportShown, "questions">, words: Words, { partnership, consultation }: { partnership: { slug: string }; consultation: { id: string } }): ListedVersion[] {
  return versions.map(({ differs, ...version }) => ({
    ...version,
    path: reportVersionPath(partnership, consultation, version),
    differs: differs.map((one) => ({ title: titleOfSection(words, shown, one.key), in: one.in })),
  }));
}
