// Who may import whom. Read it as documentation; `npm run check` enforces it.
//
// An arrow says whose rules and stores a subject may use; it only points to what stands further up in this list.
// Two things keep it so: whoever learns something publishes a finding to `evidence`, and whoever has something due
// raises it with `meetings`; neither knows who its publishers are.
const arrows = {
  partnerships: [],
  disclosure: [],
  areas: ["partnerships"],
  people: ["partnerships", "areas"],
  files: ["partnerships", "people"],
  settings: ["partnerships", "people", "files"],
  forms: ["areas", "files"],
  documents: ["forms", "files", "people"],
  bodies: ["partnerships", "people", "areas", "disclosure"],
  networks: ["partnerships", "people", "files", "areas", "bodies", "forms"],
  meetings: ["partnerships", "bodies", "networks", "people", "files"],
  evidence: ["partnerships", "people", "areas", "files", "disclosure"],
  consultations: ["partnerships", "areas", "people", "files", "disclosure", "forms", "documents", "bodies", "evidence"],
  decisions: ["partnerships", "people", "files", "bodies", "networks", "meetings", "evidence", "consultations"],
  design: ["partnerships", "people", "files", "forms", "consultations"],
  stakeholders: ["partnerships", "people", "files", "forms", "consultations"],
  intake: ["partnerships", "people", "files", "forms", "consultations", "stakeholders"],
  safeguarding: ["partnerships", "people", "forms", "consultations"],
  statistics: [],
  "text-mining": [],
  analysis: ["statistics", "text-mining", "partnerships", "consultations", "forms", "documents", "bodies", "evidence", "meetings", "disclosure", "areas", "people", "files"],
  publication: ["partnerships", "people", "files", "disclosure", "forms", "consultations", "evidence", "statistics", "analysis"],
  moderation: ["partnerships", "people", "forms", "consultations", "analysis"],
  replies: ["partnerships", "people", "files", "forms", "meetings", "consultations", "stakeholders", "publication", "evidence", "analysis"],
  "published-responses": ["partnerships", "people", "forms", "consultations", "analysis", "moderation", "publication"],
  reports: [
    ...["statistics", "partnerships", "people", "disclosure", "forms", "consultations", "stakeholders", "publication", "replies", "analysis"],
    ...["moderation", "evidence"],
  ],
  "information-requests": ["partnerships", "people", "forms", "consultations", "analysis", "moderation"],
  counting: [],
  recounting: ["counting"],
  elections: ["partnerships", "counting", "recounting", "bodies", "networks", "forms", "evidence", "meetings", "disclosure", "areas", "people", "files"],
  nominating: ["partnerships", "bodies", "networks", "elections", "people"],
  strategy: ["evidence", "bodies", "meetings", "documents", "forms", "areas", "people", "files", "disclosure"],
  plans: [
    ...["strategy", "analysis", "consultations", "documents", "forms", "bodies", "meetings", "evidence", "disclosure"],
    ...["areas", "people", "files"],
  ],
  expenses: ["bodies", "meetings", "elections", "forms", "evidence", "disclosure", "areas", "people", "files"],
  audit: ["partnerships", "people", "forms", "consultations"],
  privacy: [
    ...["partnerships", "people", "files", "forms", "bodies", "networks", "meetings", "consultations", "decisions", "stakeholders", "intake"],
    ...["safeguarding", "publication", "replies", "audit", "elections", "nominating", "information-requests"],
  ],
  backups: ["files"],
  shell: ["partnerships", "people"],
  trail: "all",
  home: "all",
};

/** Whose drawings others may use. */
const drawnWithByAll = ["shared", "forms", "documents", "areas", "consultations"];

// What a file is, from its place and its name.
const rules = "^app/[^/]+/(?!.*\\.server\\.)[^/]+\\.ts$";
const stores = "^app/[^/]+/[^/]+\\.server\\.(ts|tsx|mjs)$";
const pages = "^app/[^/]+/pages/";
const ui = "^app/[^/]+/ui/";
const browser = "^app/[^/]+/browser/";
const commands = "^app/commands/";
const table = "^app/[^/]+$";
const npm = "(^|/)node_modules/";
const core = { dependencyTypes: ["core"] };

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

const subjects = Object.keys(arrows).join("|");

const arrowRules = Object.entries(arrows)
  .filter(([, targets]) => targets !== "all")
  .map(([subject, targets]) => {
    const reachable = [subject, "shared", ...targets].join("|");
    return forbid(
      `${subject}-follows-its-arrows`,
      `${subject} may use ${targets.length > 0 ? targets.join(", ") : "no other subject"}, and who is signed in.`,
      { path: `^app/${subject}/` },
      { path: "^app/[^/]+/", pathNot: [`^app/(${reachable})/`, "^app/people/session\\.server\\.ts$"] },
    );
  });

module.exports = {
  forbidden: [
    forbid("rules-are-pure", "Rules use other rules and zod. The clock, chance and the outside arrive as arguments.", { path: rules, pathNot: commands }, { pathNot: [rules, `${npm}zod/`] }),
    forbid("stores-draw-nothing", "A store reads and writes; pages and ui draw.", { path: stores }, { path: [pages, ui, browser] }),
    forbid("pages-are-nobodys", "A page answers a URL; what two pages share is a rule, a store or ui.", { path: "^(app|prisma)/" }, { path: pages }),
    forbid(
      "ui-is-its-subjects-own",
      `Only ${drawnWithByAll.join(", ")} draw for others.`,
      { path: "^app/([^/]+)/" },
      { path: ui, pathNot: [`^app/(${drawnWithByAll.join("|")})/ui/`, "^app/$1/ui/"] },
    ),
    forbid("ui-stays-inside", "What is drawn reaches nothing outside: its page hands it what it needs.", { path: ui }, { path: [stores, "^prisma/", browser] }),
    forbid("ui-knows-no-node", "What is drawn may be drawn in a browser.", { path: ui }, core),
    forbid(
      "browser-is-small",
      "A resident's script uses rules, the DOM, govuk-frontend's modules and what asks a device for a passkey.",
      { path: "^app/([^/]+)/browser/" },
      { pathNot: [rules, "^app/($1|shared)/browser/", `${npm}govuk-frontend/`, `${npm}@simplewebauthn/browser/`] },
    ),
    forbid("browser-is-nobodys", "Residents' scripts are built apart from Remix.", { path: "^app/", pathNot: browser }, { path: browser }),
    forbid("shared-knows-no-subject", "shared/ uses itself alone.", { path: "^app/shared/" }, { path: "^app/", pathNot: "^app/shared/" }),
    forbid("nobody-uses-commands", "A command is where something begins.", { path: "^(app|prisma)/", pathNot: commands }, { path: commands }),
    forbid("subjects-do-not-use-the-frame", "root, server and the tables use the subjects, never the other way.", { path: "^app/[^/]+/", pathNot: commands }, { path: table }),
    forbid("every-subject-has-arrows", "A new folder in app/ is named in the map above.", { path: "^app/[^/]+/", pathNot: `^app/(${subjects}|shared|commands)/` }, {}),
    ...arrowRules,
    forbid("the-database-client-stays-in-stores", "Stores return the subject's own types, never Prisma's.", { path: "^app/", pathNot: stores }, { path: ["^prisma/client/", `${npm}(@prisma|pg)/`] }),
    forbid("lucia-has-one-door", "Lucia is known to people/session.server.ts alone.", { path: "^app/", pathNot: "^app/people/session\\.server\\.ts$" }, { path: `${npm}lucia/` }),
    forbid("openid-client-has-one-door", "openid-client is known to people/oidc.server.ts alone.", { path: "^app/", pathNot: "^app/people/oidc\\.server\\.ts$" }, { path: `${npm}openid-client/` }),
    forbid("a-second-counter-knows-only-the-ballot", "What checks the count shares the shapes of contest and sheet with it, and nothing else.", { path: "^app/recounting/" }, { path: "^app/", pathNot: "^app/(recounting/|counting/(contest|sheet)\\.ts$)" }),
    forbid("no-tests-in-the-product", "The product does not know its tests.", { path: "^(app|prisma)/" }, { path: "^tests/" }),
    forbid("no-circles", "Two files that need each other are one file, or three.", {}, { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } }),
    forbid("everything-resolves", "Every import names something that is there.", { pathNot: "^prisma/client/" }, { couldNotResolve: true, pathNot: ["^virtual:", "\\.(png|svg|woff2?)$"] }),
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^prisma/client"] },
    exclude: { path: "^prisma/client/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
    cache: { folder: ".cache/dependencies", strategy: "content" },
  },
};
