import globals from 'globals';
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

/** What the self-contained files leave out of Lit; see `test/checks/bundle/lit-cuts.mjs`. */
const CUT_FROM_LIT = [
  ...['[key.name=/^(reflect|state|useDefault|hasChanged|noAccessor)$/]', "[key.name='type'][value.name!='Number']"].map(
    property => ({
      selector: `PropertyDefinition[key.name='properties'] Property${property}`,
      message: 'The bundle has no such attributes: they are texts or numbers, or have a `converter`.',
    }),
  ),
  {
    selector:
      "TaggedTemplateExpression[tag.name='html'] TemplateElement[value.raw=/<!--|<(script|textarea|title)|<\\/?$|\\s\\.\\w+=\"?$|='$/]",
    message: 'The bundle has no comments, raw texts, property bindings or single quotes in templates.',
  },
];

/** What engines from Chromium 87 and WebKit 15.4 on do not all have; the self-contained files are searched for more. */
const TOO_NEW = [
  {selector: `CallExpression > ${member('at')}.callee`, message: 'Chromium 87 has no `.at()`: use an index.'},
  {
    selector: "MemberExpression[object.name='Object'][property.name='hasOwn']",
    message: 'Chromium 87 has no `Object.hasOwn`: use `Object.prototype.hasOwnProperty.call`, or `in`.',
  },
  {
    selector: "MemberExpression[object.name='AbortSignal'][property.name=/^(any|timeout|abort)$/]",
    message: 'Too new for Chromium 87: use an AbortController.',
  },
  {selector: "CallExpression[callee.name='structuredClone']", message: 'Chromium 87 has no `structuredClone`.'},
  {
    selector:
      "CallExpression[callee.property.name='addEventListener'] > ObjectExpression > Property[key.name='signal']",
    message: 'Chromium 87 ignores `signal` here, so the listener would stay: remove it by hand.',
  },
];

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
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice']],
    plugins: {'lit-a11y': a11y},
    settings: {wc: {elementBaseClasses: ['LitElement']}},
    rules: {
      ...a11y.configs.recommended.rules,
      'no-console': ['error', {allow: ['warn', 'error']}],
      'max-lines': ['error', {max: 220}],
      'no-restricted-imports': ['error', UNSAFE_IMPORTS],
      'no-restricted-syntax': ['error', NAMED_EXPORTS, ...UNSAFE_SYNTAX, ...CUT_FROM_LIT, ...TOO_NEW],
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
  {
    // Runs in Node only, which is newer than the engines players have.
    files: ['src/admin/**/*.ts'],
    rules: {'no-restricted-syntax': ['error', NAMED_EXPORTS]},
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
    files: ['test/package/**/*.ts', 'test/frameworks/*/*.ts', 'test/checks/typings/frameworks/*.ts'],
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
    // For engines that nothing else here runs in.
    files: ['src/game/*.js'],
    languageOptions: {ecmaVersion: 5, sourceType: 'script', globals: {...globals.browser}},
    rules: {'no-var': 'off', '@typescript-eslint/no-unused-vars': ['error', {caughtErrors: 'none'}]},
  },
);
