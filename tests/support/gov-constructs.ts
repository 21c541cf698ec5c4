// Every construct met in the public forms of GOV.UK Forms, XGov and DEFRA, each in a form of its own, and what becomes of it:
// the types of question it is carried over as, then the reasons it is listed with. "same" makes no difference to anybody asked.

/** Its name, a form that has it, and what becomes of it. */
export type Construct = readonly [name: string, form: object, outcome: string];

type Parts = Record<string, unknown>;

const lists = [
  { name: "l", title: "L", type: "string", items: [{ text: "One", value: "a" }, { text: "Two", value: "b", description: "More" }, { text: "None", value: "none" }] },
  { name: "n", title: "N", type: "number", items: [{ text: "1", value: 1 }, { text: "2", value: 2 }] },
];
const summary = { path: "/summary", controller: "SummaryPageController", title: "Check", components: [], next: [] };

/** A form with one page of these components, which may say more of itself and of its page. */
function gov(components: Parts | Parts[], { form = {}, page = {} }: { form?: Parts; page?: Parts } = {}): Parts {
  const all = Array.isArray(components) ? components : [components];
  const own = { path: "/one", title: "One", components: all.map((one) => ({ name: "q", title: "Q?", options: { required: false }, schema: {}, ...one })), next: [{ path: "/summary" }] };
  return { startPage: "/one", name: "Ducks", pages: [{ ...own, ...page }, summary], lists, sections: [], conditions: [], version: 2, ...form };
}

const field = (type: string, options: Parts = {}, more: Parts = {}) => gov({ type, options: { required: false, ...options }, ...more });
const ruled = (type: string, schema: Parts) => gov({ type, schema });
const chosen = (type: string, more: Parts = {}, options: Parts = {}) => gov({ type, list: "l", options: { required: false, ...options }, ...more });

const components: Construct[] = [
  ...["TextField short-text", "MultilineTextField long-text", "FreeTextField long-text", "NumberField number", "YesNoField one-choice", "EmailAddressField email"],
  ...["TelephoneNumberField telephone", "UkAddressField address", "DateField date", "DatePartsField date", "FileUploadField file", "ClientSideFileUploadField file"],
  ...["MonthYearField short-text month", "TimeField short-text time", "DateTimeField short-text time", "DateTimePartsField short-text time", "WebsiteField short-text web-address"],
  ...["EastingNorthingField map-point", "OsGridRefField map-point", "LatLongField map-point", "NationalGridFieldNumberField map-point", "GeospatialField map-area one-shape"],
  ...["DeclarationField several-choices", "Para statement", "Html statement", "Markdown statement", "InsetText statement", "Details statement", "FlashCard statement"],
  ...["NotificationBanner statement", "Sidebar statement", "List statement", "HiddenField no-question hidden", "PaymentField no-question pays", "MultiInputField no-question kind-unknown"],
].map((line) => {
  const [type = "", ...outcome] = line.split(" ");
  return [type, field(type, {}, { content: "Words", list: "l" }), outcome.join(" ")];
});

const choices: Construct[] = [
  ...["RadiosField", "SelectField", "AutocompleteField"].map((type): Construct => [type, chosen(type), "one-choice"]),
  ["CheckboxesField", chosen("CheckboxesField", { schema: { min: 1, max: 2 } }), "several-choices"],
  ["CheckboxesField: behaviour exclusive", chosen("CheckboxesField", {}, { behaviour: "exclusive", behaviourItemValue: "none", divider: "or" }), "several-choices"],
  ["a list named among the options", gov({ type: "SelectField", options: { required: false, list: "l" } }), "one-choice"],
  ["a list inside the component", gov({ type: "RadiosField", options: { required: false }, values: { type: "static", items: [{ label: "One", value: "a" }, { label: "Two", value: "b" }] } }), "one-choice"],
  ["a list item: condition", gov({ type: "RadiosField", list: "c" }, { form: { lists: [{ name: "c", items: [{ text: "One", value: "a", condition: "k" }] }] } }), "one-choice option-some"],
  ["a list item: conditional", gov({ type: "RadiosField", list: "c" }, { form: { lists: [{ name: "c", items: [{ text: "One", value: "a", conditional: { components: [{ type: "TextField", name: "why", title: "Why?" }] } }] }] } }), "one-choice short-text"],
  ["a list item: conditional of another kind", gov({ type: "RadiosField", list: "c" }, { form: { lists: [{ name: "c", items: [{ text: "One", value: "a", conditional: { components: [{ type: "DateField", name: "why", title: "When?" }] } }] }] } }), "one-choice opens-under"],
  ["conditionallyRevealedComponents", chosen("RadiosField", {}, { conditionallyRevealedComponents: { a: { type: "TextField", name: "why", title: "Why?" } } }), "one-choice short-text"],
  ["extensions: exclusive, additional-question", gov({ type: "CheckboxesField", list: "c" }, { form: { lists: [{ name: "c", items: [{ text: "One", value: "a" }, { text: "None", value: "z", extensions: [{ type: "exclusive" }, { type: "additional-question", title: "Why?" }] }] }] } }), "several-choices short-text"],
  ["extensions: another", gov({ type: "CheckboxesField", list: "c" }, { form: { lists: [{ name: "c", items: [{ text: "One", value: "a", extensions: [{ type: "newer" }] }] }] } }), "several-choices setting-unknown"],
];

const settings: Construct[] = [
  ["options: looks", field("TextField", { classes: "x", rows: 3, hideTitle: true, optionalText: true, exposeToContext: true, autocomplete: "name" }), "short-text same"],
  ["options: prefix £", field("NumberField", { prefix: "£" }), "money"],
  ["options: prefix, suffix", field("NumberField", { prefix: "#", suffix: "kg" }), "number prefix"],
  ["options: suffix of a text", field("TextField", { suffix: "kg" }), "short-text suffix"],
  ["options: customValidationMessage", field("TextField", { customValidationMessage: "No" }), "short-text own-errors"],
  ["options: customValidationMessages", field("TextField", { customValidationMessages: { "any.required": "No" } }), "short-text own-errors"],
  ["options: maxDaysInPast", field("DatePartsField", { maxDaysInPast: 30 }), "date days-from-today"],
  ["options: earliestDate, latestDate", field("DatePartsField", { earliestDate: "2026-01-01", latestDate: "2026-12-31" }), "date"],
  ["options: earliestMonthYear", field("MonthYearField", { earliestMonthYear: "2026-01" }), "short-text date-limit month"],
  ["options: multiple", field("FileUploadField", { multiple: true }), "file several-files"],
  ["options: accept", field("FileUploadField", { accept: "application/pdf,video/mp4" }), "file file-kinds"],
  ["options: dropzoneConfig", field("ClientSideFileUploadField", { dropzoneConfig: { maxFiles: 2, maxFilesize: 10, acceptedFiles: "image/png,text/csv" } }), "file several-files file-kinds"],
  ["options: instructionText", field("LatLongField", { instructionText: "Look at a map" }), "map-point"],
  ["options: mapLayers, countries", field("GeospatialField", { mapLayers: { sssi: true }, countries: ["wales"], geometryTypes: ["point"] }), "map-point map-limits"],
  ["options: geometryTypes", field("GeospatialField", { geometryTypes: ["line"] }), "map-line"],
  ["options: usePostcodeLookup", field("UkAddressField", { usePostcodeLookup: true }), "address lookup"],
  ["options: declarationConfirmationLabel", field("DeclarationField", { declarationConfirmationLabel: "I promise" }), "several-choices"],
  ["options: allowPrePopulation", field("TextField", { allowPrePopulation: true }), "short-text prefilled"],
  ["options: unknown", field("TextField", { newer: 1 }), "short-text setting-unknown"],
  ["schema: regex", ruled("TextField", { regex: "^a$" }), "short-text pattern"],
  ["schema: min of a text", ruled("TextField", { min: 5, max: 9, length: 9 }), "short-text least-characters"],
  ["schema: precision, integer", ruled("NumberField", { min: 0, max: 9, precision: 1, integer: true }), "number"],
  ["schema: minPrecision, minLength", ruled("NumberField", { minPrecision: 2, minLength: 2 }), "number digits"],
  ["schema: easting, northing", ruled("EastingNorthingField", { easting: { min: 1 } }), "map-point map-limits"],
  ["schema: min of files", ruled("FileUploadField", { min: 1, max: 2 }), "file several-files"],
  ["schema: unknown", ruled("TextField", { newer: 1 }), "short-text setting-unknown"],
  ["component: unknown", gov({ type: "TextField", newer: 1 }), "short-text setting-unknown"],
  ["content: a picture", gov({ type: "Html", content: "<p>Look</p><img src='x'>" }), "statement lost-picture"],
  ["content: a picture in Markdown", gov({ type: "Markdown", content: "Look ![a duck](x.png)" }), "statement lost-picture"],
  ["content: a script, a table, a film", gov({ type: "Html", content: "<table><tr><td>x</td></tr></table><script>1</script><iframe src='x'></iframe>" }), "statement lost-table lost-script lost-film"],
  ["content: fields of a form", gov({ type: "Html", content: "<p>Say <input></p>" }), "statement lost-fields"],
  ["content: another answer", gov({ type: "Html", content: "Hello {{ name }}" }), "statement takes-answer"],
];

const text = { type: "TextField" };
const asked = [{ type: "YesNoField", name: "yes" }, { type: "NumberField", name: "size" }, { type: "CheckboxesField", name: "boxes", list: "l" }, { type: "SelectField", name: "count", list: "n" }, { ...text, name: "words" }, { type: "EmailAddressField", name: "mail" }, { type: "DatePartsField", name: "day" }];

/** A question shown where the named condition holds, after one of each kind that can be asked about. */
function when(name: string, operator: string, value: unknown, more: Parts = {}): Parts {
  const condition = { name: "k", displayName: "K", value: { name: "K", conditions: [{ field: { name, type: "", display: "" }, operator, value: typeof value === "object" ? value : { type: "Value", value, display: "" } }] }, ...more };
  return gov([...asked, { ...text, name: "then", options: { required: false, condition: "k" } }], { form: { conditions: [condition] } });
}

/** A question on a page that names the condition itself, which the way to it does not. */
function whenAtPage(): Parts {
  const { version: _, ...form } = when("yes", "is", "true");
  const first = { path: "/one", title: "One", components: [{ ...asked[0], title: "Q?" }], next: [{ path: "/two" }, { path: "/summary" }] };
  const second = { path: "/two", title: "Two", components: [{ ...text, name: "then", title: "Q?" }], next: [{ path: "/summary" }], condition: "k" };
  return { ...form, pages: [first, second, summary] };
}

/** A page on which some come to an end, in words that its own program takes from its options. */
function ends(): Parts {
  const customText = { insetText: "Do not send", details: "<p>Why</p>" };
  const first = { path: "/one", title: "One", components: [{ ...text, name: "q", title: "Q?" }], next: [{ path: "/stop" }] };
  return gov(text, { form: { pages: [first, { path: "/stop", title: "Stop", controller: "CheckpointSummaryPageController", options: { customText }, components: [] }] } });
}

const before = "one-choice number several-choices one-choice short-text email date short-text";
const conditions: Construct[] = [
  ["condition: is", when("yes", "is", "true"), before],
  ["condition: is not", when("yes", "is not", "true"), before],
  ["condition: contains, does not contain", when("boxes", "does not contain", "a"), before],
  ["condition: is at least", when("size", "is at least", "5"), before],
  ["condition: is less than", when("size", "is less than", "5"), before],
  ["condition: is more than, of listed numbers", when("count", "is more than", "1"), before],
  ["condition: a value not offered", when("boxes", "contains", "z"), `${before} condition-option`],
  ["condition: a text", when("words", "is", "duck"), `${before} condition-text`],
  ["condition: is longer than", when("words", "is longer than", "5"), `${before} condition-operator`],
  ["condition: is before", when("day", "is before", "2026-01-01"), `${before} condition-operator`],
  ["condition: days from today", when("day", "is at least", { type: "RelativeTime", timePeriod: "5", timeUnit: "days", direction: "in the past" }), `${before} condition-days`],
  ["condition: a personal answer", when("mail", "is", "a"), `${before} condition-personal`],
  ["condition: not in the file", when("nobody", "is", "a"), `${before} condition-unknown`],
  ["condition: plain comparisons in a formula", when("yes", "is", "true", { value: "yes == true and size >= 5 or boxes != 'a'" }), before],
  ["condition: a formula", when("yes", "is", "true", { value: "length(words) == 5" }), `${before} condition-formula`],
  ["condition: empty", when("yes", "is", "true", { value: { conditions: [] } }), `${before} condition-empty`],
  ["condition: of itself", when("yes", "is", "true", { value: { conditions: [{ conditionName: "k" }] } }), `${before} condition-circle`],
  ["condition: measured against words", when("size", "is at least", "many"), `${before} condition-no-number`],
  ["condition: at the page, as the oldest forms have it", whenAtPage(), "one-choice short-text"],
  ["condition: absent", gov({ ...text, options: { required: false, condition: "gone" } }), "short-text condition-absent"],
];

const pages: Construct[] = [
  ["page: RepeatPageController", gov(text, { page: { controller: "RepeatPageController", repeat: { options: { name: "r", title: "R" }, schema: { min: 1, max: 2 } } } }), "short-text page-repeats"],
  ["page: RepeatingFieldPageController, repeatField", gov(text, { page: { controller: "RepeatingFieldPageController", repeatField: "q", options: { summaryDisplayMode: { samePage: true } } } }), "short-text page-repeats"],
  ["page: TerminalPageController", gov({ type: "Html", content: "Stop" }, { page: { controller: "TerminalPageController" } }), "statement page-ends"],
  ["page: CheckpointSummaryPageController", ends(), "short-text statement page-ends page-own"],
  ["page: FileUploadPageController", gov({ type: "FileUploadField" }, { page: { controller: "FileUploadPageController" } }), "file"],
  ["page: MultiStartPageController", gov(text, { page: { controller: "MultiStartPageController", startPageNavigation: { next: { href: "/x" } }, showContinueButton: true } }), "short-text page-links"],
  ["page: a controller of its own", gov(text, { page: { controller: "DuckPageController" } }), "short-text page-own"],
  ["page: view", gov(text, { page: { view: "ducks" } }), "short-text page-own"],
  ["page: events", gov(text, { page: { events: { onLoad: { type: "http", options: { url: "https://example.org" } } } } }), "short-text page-calls"],
  ["page: sidebarContent", gov(text, { page: { sidebarContent: { text: "Beside" } } }), "short-text page-beside"],
  ["page: redirect", gov(text, { page: { next: [{ path: "/summary", redirect: "https://example.org" }] } }), "short-text leads-away"],
  ["page: back", gov(text, { page: { next: [{ path: "/one" }] } }), "short-text leads-back"],
  ["page: nowhere", gov(text, { page: { next: [{ path: "/gone" }] } }), "short-text leads-nowhere"],
  ["page: backLinkFallback", gov(text, { page: { backLinkFallback: "/x", disableBackLink: true } }), "short-text same"],
  ["page: its title alone", gov([], {}), "statement"],
  ["page: unknown", gov(text, { page: { newer: 1 } }), "short-text setting-unknown"],
];

const whole = (part: Parts) => gov(text, { form: part });
const forms: Construct[] = [
  ["form: outputs", whole({ outputs: [{ name: "o", type: "webhook", outputConfiguration: { url: "x" } }] }), "short-text sends-on"],
  ["form: output, outputEmail", whole({ outputEmail: "a@example.org", output: { audience: "machine", version: "1" } }), "short-text sends-on"],
  ["form: fees, feeOptions, payApiKey", whole({ fees: [{ description: "F", amount: 5 }], feeOptions: { maxAttempts: 3 }, payApiKey: "x" }), "short-text pays"],
  ["form: specialPages", whole({ specialPages: { confirmationPage: { customText: { title: "Sent" } } } }), "short-text sent-page"],
  ["form: phaseBanner", whole({ phaseBanner: { phase: "beta" } }), "short-text phase"],
  ["form: feedback", whole({ feedback: { url: "https://example.org" } }), "short-text feedback"],
  ["form: analytics", whole({ analytics: { gtmId1: "x" } }), "short-text visitors"],
  ["form: skipSummary", whole({ skipSummary: true }), "short-text no-check"],
  ["form: authentication, magicLinkConfig", whole({ authentication: true, magicLinkConfig: "x", jwtKey: "x" }), "short-text signs-in"],
  ["form: toggle", whole({ toggle: "x", toggleRedirect: "y" }), "short-text switched"],
  ["form: retryTimeoutSeconds, returnTo", whole({ retryTimeoutSeconds: 60, returnTo: true }), "short-text session"],
  ["form: exitOptions, fullStartPage, footer", whole({ exitOptions: { url: "x" }, fullStartPage: "x", footer: { href: "x" } }), "short-text page-links"],
  ["form: declaration", whole({ declaration: "<p>True</p>" }), "short-text statement"],
  ["form: looks", whole({ backLinkText: "Back", serviceName: "S", showFilenamesOnSummaryPage: true, options: { showReferenceNumber: true } }), "short-text same"],
  ["form: metadata.isWelsh", whole({ metadata: { isWelsh: true } }), "short-text"],
  ["form: metadata.translations of ours and others", whole({ metadata: { translations: { cy: {}, fr: {} } } }), "short-text language"],
  ["form: unknown", whole({ newer: 1 }), "short-text setting-unknown"],
];

/** Those of XGov's form builder and of DEFRA's forms engine, which keep their forms the same way. */
export const govConstructs: readonly Construct[] = [...components, ...choices, ...settings, ...conditions, ...pages, ...forms];
