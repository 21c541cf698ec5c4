// The settings of XGov's and DEFRA's forms, and what becomes of each.
import { each, type Fates } from "./foreign-settings.ts";

export const formFates: Fates = {
  ...each("carried", "name", "startPage", "pages", "lists", "sections", "conditions", "metadata", "declaration", "engine", "schema"),
  ...each("same", "id", "version", "options", "backLinkText", "serviceName", "showFilenamesOnSummaryPage", "basePath"),
  ...each("sends-on", "outputs", "output", "outputEmail", "webhookHmacSharedKey", "fileUploadHmacSharedKey"),
  ...each("pays", "fees", "feeOptions", "payApiKey", "paymentReferenceFormat"),
  ...each("signs-in", "authentication", "magicLinkConfig", "jwtKey", "allowedDomains", "allowedEmailDomains", "invalidDomainRedirect"),
  ...each("session", "retryTimeoutSeconds", "confirmationSessionTimeout", "returnTo"),
  ...each("switched", "toggle", "toggleRedirect"),
  ...each("page-links", "exitOptions", "fullStartPage", "footer"),
  ...{ specialPages: "sent-page", phaseBanner: "phase", feedback: "feedback", analytics: "visitors", skipSummary: "no-check" },
};

export const pageFates: Fates = {
  ...each("carried", "id", "path", "title", "section", "controller", "components", "next", "condition", "repeat", "repeatField", "events"),
  ...each("same", "options", "showContinueButton", "continueButtonText", "backLinkFallback", "disableBackLink", "disableSingleComponentAsHeading"),
  ...each("same", "sectionForExitJourneySummaryPages", "sectionForMultiSummaryPages", "sectionForEndSummaryPages"),
  ...{ view: "page-own", sidebarContent: "page-beside", startPageNavigation: "page-links", unauthenticated: "signs-in" },
};

export const componentFates: Fates = {
  ...each("carried", "id", "name", "type", "title", "hint", "content", "list", "options", "schema", "values", "children"),
  ...each("same", "shortDescription", "errorDescription", "nameHasError", "subType"),
};

export const optionFates: Fates = {
  ...each("carried", "required", "condition", "prefix", "suffix", "maxWords", "multiple", "accept", "conditionallyRevealedComponents"),
  ...each("carried", "list", "dropzoneConfig", "minimumRequiredFiles", "behaviour", "behaviourItemValue", "divider", "maxDaysInPast", "maxDaysInFuture"),
  ...each("carried", "earliestDate", "latestDate", "instructionText", "declarationConfirmationLabel", "geometryTypes", "heading", "totalWords"),
  ...each("same", "classes", "autocomplete", "rows", "bold", "hideTitle", "optionalText", "exposeToContext", "allow", "type", "format"),
  ...each("same", "columnTitles", "showNoScriptWarning", "summaryTitle", "imageQualityPlayback", "disableChangingFromSummary"),
  ...each("same", "amount", "description", "conditionalAmounts", "emailField"),
  ...each("own-errors", "customValidationMessage", "customValidationMessages", "customValidation"),
  ...each("prefilled", "allowPrePopulation", "allowOverwriteFromQueryParam"),
  ...each("map-limits", "countries", "mapLayers"),
  ...each("date-limit", "earliestMonthYear", "latestMonthYear"),
  ...{ usePostcodeLookup: "lookup" },
};

export const schemaFates: Fates = {
  ...each("carried", "min", "max", "length", "precision", "integer", "regex"),
  ...each("digits", "minPrecision", "minLength", "maxLength"),
  ...each("map-limits", "easting", "northing", "latitude", "longitude"),
  ...{ error: "own-errors" },
};

export const itemFates: Fates = {
  ...each("carried", "id", "text", "label", "value", "description", "hint", "conditional", "children", "extensions"),
  ...each("same", "checkpointDisplayValue"),
  ...{ condition: "option-some" },
};
