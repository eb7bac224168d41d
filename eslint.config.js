import tseslint from 'typescript-eslint';

export default tseslint.config({ ignores: ['node_modules/', 'data/', 'static/'] }, ...tseslint.configs.recommended, {
  rules: {
    eqeqeq: 'error',
    'no-console': 'off',
    'prefer-const': 'error',
    '@typescript-eslint/consistent-type-imports': 'error',
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  },
});
