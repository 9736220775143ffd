import js from '@eslint/js'
import tseslint from 'typescript-eslint'
import reactHooks from 'eslint-plugin-react-hooks'

/** What the core may not touch: it is told the time, the seed and the settings; it does not look. */
const pure = {
  'no-restricted-globals': [
    'error',
    ...[
      'process',
      'Buffer',
      'fetch',
      'setTimeout',
      'setInterval',
      'performance',
      'localStorage',
      'window',
      'document',
    ].map((name) => ({ name, message: 'The core is told; it does not look.' })),
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'Randomness is an argument: core/base/random.ts.' },
    { object: 'Date', property: 'now', message: 'Time is an argument.' },
  ],
  'no-restricted-syntax': [
    'error',
    { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is an argument.' },
  ],
  'no-restricted-imports': [
    'error',
    { patterns: [{ group: ['node:*'], message: 'The desk runs this too: nothing from Node.' }] },
  ],
}

/** What ECMAScript leaves to each engine: a number may not depend on the browser that reckoned it. */
const engineMath = [
  ...['exp', 'expm1', 'log', 'log1p', 'log2', 'log10', 'pow', 'cbrt', 'hypot'],
  ...['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2', 'sinh', 'cosh', 'tanh'],
].map((property) => ({
  object: 'Math',
  property,
  message:
    'Same bytes on every machine: core/estimate/numerics/elementary.ts, core/linkage/model/binary-logarithm.ts.',
}))

export default tseslint.config(
  { ignores: ['**/node_modules', '**/dist', 'scripts/gates/**', 'out', 'data', 'coverage', '.cache'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
      ],
      eqeqeq: 'error',
      complexity: ['error', 16],
      'max-lines': ['error', { max: 400, skipBlankLines: true }],
    },
  },
  {
    // `as` lives in one file; JSON from our own store is given its type where it is read.
    files: ['core/base/id.ts', 'core/base/digest.ts', 'store/json.ts'],
    rules: { '@typescript-eslint/consistent-type-assertions': 'off' },
  },
  {
    files: ['core/**/*.ts', 'interchange/**/*.ts', 'vault/sealing/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: pure,
  },
  {
    files: ['core/estimate/**/*.ts', 'core/linkage/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-properties': [...pure['no-restricted-properties'], ...engineMath],
      'no-restricted-syntax': [
        ...pure['no-restricted-syntax'],
        {
          selector: "BinaryExpression[operator='**']",
          message: 'As Math.pow: wholePower, power, or powerOfTwo.',
        },
      ],
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'bench/**', 'apps/walk/**', '**/testing/**'],
    rules: { 'max-lines': 'off', complexity: 'off', '@typescript-eslint/consistent-type-assertions': 'off' },
  },
  {
    files: ['apps/desk/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['**/*.{ts,tsx}'],
    ignores: ['vite.config.ts', '**/vite.config.ts', 'vitest.config.ts'],
    rules: {},
  },
  {
    files: ['**/vite.config.ts', 'vitest.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        TextDecoder: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        setTimeout: 'readonly',
      },
    },
  },
)
