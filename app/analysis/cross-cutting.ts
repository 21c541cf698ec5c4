// Themes that run through the answers to several questions: codes that are marked so and have one name, in whichever codeframes they stand.
import { defaultLanguage, type Text } from "#app/shared/languages.ts";
import { withAllUnder, type Code } from "./code.ts";

export type FrameCodes = { frame: { id: string; name: Text; questionIds: readonly string[] }; codes: readonly Code[] };

export type CrossCutting = {
  name: Text;
  definition: Text;
  /** Where it stands. */
  codes: { id: string; frameId: string; frame: Text }[];
  /** The codes themselves and everything under them. */
  codeIds: string[];
  /** The questions of the codeframes it stands in. */
  questionIds: string[];
};

/** In the order in which the codeframes have them. */
export function crossCuttingOf(frames: readonly FrameCodes[]): CrossCutting[] {
  const themes = new Map<string, CrossCutting>();
  for (const { frame, codes } of frames) {
    for (const code of codes.filter(({ isCrossCutting, retiredAt }) => isCrossCutting && retiredAt === null)) {
      const key = (code.name[defaultLanguage] ?? "").toLowerCase();
      const theme = themes.get(key) ?? { name: code.name, definition: code.definition, codes: [], codeIds: [], questionIds: [] };
      themes.set(key, {
        ...theme,
        codes: [...theme.codes, { id: code.id, frameId: frame.id, frame: frame.name }],
        codeIds: [...new Set([...theme.codeIds, ...withAllUnder(codes, code.id)])],
        questionIds: [...new Set([...theme.questionIds, ...frame.questionIds])],
      });
    }
  }
  return [...themes.values()];
}
