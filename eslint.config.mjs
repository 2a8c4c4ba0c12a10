import globals from 'globals';
import compat from 'eslint-plugin-compat';
import lit from 'eslint-plugin-lit';
import a11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** Ways to turn text into markup. Names on the board come from strangers, and strict pages allow none of these. */
const UNSAFE_IMPORTS = {
  patterns: [
    {
      regex: '(^|/)(unsafe-html|unsafe-svg|unsafe-mathml|style-map)(\\.js)?$',
      message: 'Not under a strict Content Security Policy: write a template, or set a custom property.',
    },
    {regex: '(^|/)(static-html|static)(\\.js)?$', message: 'Templates hold no markup that is not written in them.'},
  ],
};

const member = name => `MemberExpression[property.name='${name}']`;

const UNSAFE_SYNTAX = [
  ...['innerHTML', 'outerHTML'].map(name => ({
    selector: `AssignmentExpression[left.property.name='${name}']`,
    message: `\`${name}\` turns text into markup.`,
  })),
  ...['insertAdjacentHTML', 'setHTMLUnsafe', 'createContextualFragment', 'parseFromString'].map(name => ({
    selector: `CallExpression > ${member(name)}.callee`,
    message: `\`${name}\` turns text into markup.`,
  })),
  {
    selector:
      "Program > :matches(VariableDeclaration, ExportNamedDeclaration) MemberExpression[object.name='messages']:not(:function *)",
    message: 'This keeps the language that was spoken first: keep the key, and read `messages` while rendering.',
  },
  {
    selector: "CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]",
    message: '`document.write` turns text into markup.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/<style/i]',
    message: 'A strict Content Security Policy refuses `<style>`: use `static styles`.',
  },
  {
    selector: "TaggedTemplateExpression[tag.name='unsafeCSS'], CallExpression[callee.name='unsafeCSS']",
    message: 'Write it in `css`.',
  },
];

/** What eslint-plugin-compat, which reads `browserslist`, can't see: options, and the text of styles. */
const TOO_NEW = [
  {
    selector: "MemberExpression[object.name='AbortSignal'][property.name=/^(any|timeout|abort)$/]",
    message: 'Only the classic script adds it to old browsers: use an AbortController.',
  },
  {
    selector:
      "CallExpression[callee.property.name='addEventListener'] > ObjectExpression > Property[key.name='signal']",
    message: 'Chromium 87 ignores `signal` here, so the listener would stay: remove it by hand.',
  },
  {
    selector: `TaggedTemplateExpression[tag.name='css'] TemplateElement[value.raw=/${[
      ':(is|where|has|dir|state)\\(|:(modal|popover-open|user-valid|user-invalid)\\b|:not\\([^()]*,',
      '@(container|layer|scope|starting-style)\\b|\\((width|height)\\s*[<>]',
      '\\b(color-mix|light-dark|oklch|oklab|lch|lab)\\(|\\baspect-ratio:|\\d([dsl]v[hwib]|cq[whib]|r?lh)\\b',
    ].join('|')}/]`,
    message: 'Chromium 87 or WebKit 15.4 drops the whole rule or declaration.',
  },
];

/** What is in these fields is money, or stated by the server: text that is shown as it is. */
const MONEY = '/^(amount|withoutDiscount|percent|units)$/';
const CALCULATE = '/^(Number|parseFloat|parseInt|BigInt|Math)$/';
const NO_SUMS = [
  ...['callee.name', 'callee.object.name'].flatMap(callee => [
    `CallExpression[${callee}=${CALCULATE}] > Identifier.arguments[name=${MONEY}]`,
    `CallExpression[${callee}=${CALCULATE}] MemberExpression[property.name=${MONEY}]`,
  ]),
  `UnaryExpression[operator=/^[+-]$/] > Identifier.argument[name=${MONEY}]`,
  `UnaryExpression[operator=/^[+-]$/] MemberExpression[property.name=${MONEY}]`,
].map(selector => ({
  selector,
  message: 'Money is text: show the server’s amount. `src/catalog/cost.ts` compares offers.',
}));

const NAMED_EXPORTS = {
  selector: 'ExportAllDeclaration',
  message: 'Name what is exported, so that the public surface cannot grow by accident.',
};

/** ESLint's own rules that find mistakes and not matters of taste. */
const MISTAKES = Object.fromEntries(
  [
    ...['no-async-promise-executor', 'no-cond-assign', 'no-constant-binary-expression', 'no-constant-condition'],
    ...['no-control-regex', 'no-dupe-else-if', 'no-duplicate-case', 'no-empty', 'no-empty-pattern', 'no-fallthrough'],
    ...['no-irregular-whitespace', 'no-loss-of-precision', 'no-misleading-character-class', 'no-prototype-builtins'],
    ...['no-regex-spaces', 'no-self-assign', 'no-sparse-arrays', 'no-unreachable', 'no-unsafe-finally'],
    ...['no-useless-backreference', 'no-useless-catch', 'no-useless-escape', 'no-eval', 'no-new-func'],
  ].map(rule => [rule, 'error']),
);

/** `== null` is the short way to ask for null or undefined. */
const EQUALITY = ['error', 'always', {null: 'ignore'}];

/** A leading underscore says that the place matters, not the value. */
const UNUSED = ['error', {argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true}];

/** What is longer becomes a class, or functions that have names. */
const LONGEST_FUNCTION = ['error', {max: 40, skipComments: true, skipBlankLines: true}];

const LIBRARY = ['src/**/*.ts', 'components/**/*.ts'];
const TESTS = ['test/**/*.ts', 'demo/**/*.ts'];

export default tseslint.config(
  {ignores: ['dist', 'coverage', 'node_modules', '.cache']},
  {linterOptions: {reportUnusedDisableDirectives: 'error'}},
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {parserOptions: {project: 'test/tsconfig.json', tsconfigRootDir: import.meta.dirname}},
    rules: {
      ...MISTAKES,
      eqeqeq: EQUALITY,
      'no-restricted-syntax': ['error', NAMED_EXPORTS],
      '@typescript-eslint/no-unused-vars': UNUSED,
      '@typescript-eslint/consistent-type-imports': ['error', {fixStyle: 'inline-type-imports'}],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', {considerDefaultExhaustiveForUnions: true}],
      // Objects here are closures; there is no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      // Callers await a promise; whether the body awaits too is its own affair.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
    },
  },
  {
    files: LIBRARY,
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice'], compat.configs['flat/recommended']],
    plugins: {'lit-a11y': a11y},
    // ky needs `Object.hasOwn` itself, so that it is there.
    settings: {wc: {elementBaseClasses: ['LitElement']}, polyfills: ['Object.hasOwn']},
    rules: {
      ...a11y.configs.recommended.rules,
      'no-console': ['error', {allow: ['warn', 'error']}],
      'max-lines': ['error', {max: 220}],
      'max-lines-per-function': LONGEST_FUNCTION,
      'no-restricted-imports': ['error', UNSAFE_IMPORTS],
      'no-restricted-syntax': ['error', NAMED_EXPORTS, ...UNSAFE_SYNTAX, ...TOO_NEW, ...NO_SUMS],
      // VoiceOver forgets that a list without markers is a list, unless its role says so.
      'lit-a11y/no-redundant-role': 'off',
      // LitElement implements every callback.
      'wc/guard-super-call': 'off',
      'lit/no-legacy-imports': 'error',
      'lit/no-private-properties': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/prefer-nothing': 'error',
      'lit/prefer-static-styles': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {files: ['demo/sandbox/**/*.ts'], rules: {'max-lines-per-function': LONGEST_FUNCTION}},
  // Lists of texts, a line each.
  {files: ['src/languages/*.ts', 'src/text/messages.ts'], rules: {'max-lines': 'off', 'no-restricted-syntax': 'off'}},
  {
    // Runs in Node only, which is newer than the engines players have.
    files: ['src/admin/**/*.ts'],
    rules: {'no-restricted-syntax': ['error', NAMED_EXPORTS], 'compat/compat': 'off'},
  },
  {
    // Adds what is missing, where it is missing.
    files: ['src/polyfills/**/*.ts'],
    rules: {'compat/compat': 'off'},
  },
  {
    files: TESTS,
    rules: {
      // chai's `expect(x).to.be.true` is a statement without a call.
      '@typescript-eslint/no-unused-expressions': 'off',
      // Answers of fetch and JSON.parse are looked at piece by piece, and a wrong guess fails the test.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      // Tests hand over wrong values on purpose, and say so by a cast.
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      // Listeners and test callbacks may be async: their caller takes the promise, or there is nobody to take it.
      '@typescript-eslint/no-misused-promises': ['error', {checksVoidReturn: false}],
      // node:test's `test()` and `describe()` give promises that nobody needs to await.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {allowForKnownSafeCalls: [{from: 'package', name: ['it', 'test', 'describe', 'suite'], package: 'node:test'}]},
      ],
    },
  },
  {
    // These import the packed package and are compiled against it, elsewhere.
    files: ['test/built/package/**/*.ts', 'test/built/frameworks/*/*.ts', 'scripts/build/typings/frameworks/*.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {parserOptions: {project: false}},
    // What is added to a framework's interface can only come by what it extends.
    rules: {'@typescript-eslint/no-empty-object-type': ['error', {allowInterfaces: 'with-single-extends'}]},
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.recommended],
    languageOptions: {globals: {...globals.node}},
    rules: {
      ...MISTAKES,
      eqeqeq: EQUALITY,
      'no-undef': 'error',
      'no-restricted-syntax': ['error', NAMED_EXPORTS],
      '@typescript-eslint/no-unused-vars': UNUSED,
    },
  },
  {files: ['demo/**/*.{js,mjs}'], languageOptions: {globals: {...globals.browser}}},
  {
    files: ['scripts/bench/*.js'],
    languageOptions: {globals: {...globals.browser, bench: 'readonly', run: 'readonly'}},
  },
  {
    // A package of its own, in the modules of Electron's preload scripts.
    files: ['demo/launchers/electron/*.js'],
    languageOptions: {sourceType: 'commonjs'},
    rules: {'@typescript-eslint/no-require-imports': 'off'},
  },
  {
    // For engines that nothing else here runs in.
    files: ['src/game/*.js'],
    languageOptions: {ecmaVersion: 5, sourceType: 'script', globals: {...globals.browser}},
    rules: {'no-var': 'off', '@typescript-eslint/no-unused-vars': ['error', {caughtErrors: 'none'}]},
  },
);
