// Turns every left into a right for Urdu pages: govuk-frontend knows one direction only.
import rtl from "postcss-rtlcss";

export default { plugins: [rtl({ mode: "combined" })] };
