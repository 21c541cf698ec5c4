// Lint: TypeScript, hooks, and what a person who uses a screen reader or a keyboard needs. No exceptions inside files.
import eslint from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["build/", "prisma/client/", "data/", "test-results/", "playwright-report/", ".cache/"] },
  { linterOptions: { noInlineConfig: true } },
  eslint.configs.recommended,
  tseslint.configs.recommended,
  { files: ["**/*.tsx"], ...reactHooks.configs["recommended-latest"] },
  jsxA11y.flatConfigs.strict,
  {
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx"] }],
      // because what scrolls must be reachable by keyboard
      "jsx-a11y/no-noninteractive-tabindex": ["error", { tags: [], roles: ["region", "tabpanel"], allowExpressionValues: false }],
      // because a page drawn again after a press opens where the person was, without scripts too
      "jsx-a11y/no-autofocus": "off",
      // because what people type is cleared of exactly these
      "no-control-regex": "off",
      "no-restricted-syntax": [
        "error",
        { selector: "JSXAttribute[name.name='style']", message: "The content policy forbids style attributes: write a class." },
      ],
    },
  },
  { files: ["app/**"], rules: { "max-lines": ["error", 400] } },
  // TypeScript itself knows which names exist.
  { files: ["**/*.{js,cjs,mjs}"], rules: { "no-undef": "off", "@typescript-eslint/no-require-imports": "off" } },
);
