// Rules that have hurt people when broken; each ban says where to go instead.
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const clockBan = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']",
  message: "Take the time from the Context (services/context.server.ts): nothing else reads the clock.",
};
const localeBan = {
  selector: "CallExpression[callee.property.name=/^toLocale/], NewExpression[callee.object.name='Intl']",
  message: "Format values in app/words/format.ts, so that dates and money look the same everywhere.",
};
const htmlBan = {
  selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
  message: "Text is drawn as text. There is no raw HTML in this program.",
};

export default tseslint.config(
  { ignores: ["build/**", "node_modules/**", "db/migrations/**", "coverage/**", "data/**", "out/**", ".cache/**", "tests/screenshots/**"] },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.strictTypeCheckedOnly, jsxA11y.flatConfigs.strict],
    plugins: { "react-hooks": reactHooks },
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "@typescript-eslint/no-floating-promises": ["error", { checkThenables: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/no-unnecessary-condition": "off", // Index signatures and rows from outside are checked even where the types say they need not be.
      "@typescript-eslint/require-await": "off", // Stores and services are async from the first day (decision 4).
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      // Remix ends a request early by throwing a Response.
      "@typescript-eslint/only-throw-error": [
        "error",
        {
          allow: [
            { from: "lib", name: "Response" },
            { from: "package", package: "@remix-run/server-runtime", name: "TypedResponse" },
          ],
        },
      ],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }], // Code points are what we count (promises.md T27).
      "no-console": "error",
      "no-restricted-syntax": ["error", clockBan, localeBan, htmlBan],
      // A scrolling region of a wide table has to be reachable by keyboard.
      "jsx-a11y/no-noninteractive-tabindex": ["error", { roles: ["region"], tags: ["main"], allowExpressionValues: true }],
    },
  },
  { files: ["app/services/context.server.ts"], rules: { "no-restricted-syntax": ["error", localeBan, htmlBan] } },
  { files: ["app/words/format.ts", "app/domain/basics/dates.ts"], rules: { "no-restricted-syntax": ["error", clockBan, htmlBan] } },
  {
    files: ["tests/**", "scripts/**"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off", "no-restricted-syntax": ["error", localeBan] },
  },
);
