import { HtmlValidate } from 'html-validate';

// The recommended rules, but for three: HTML itself sets no length for titles, and ours end in the site's name; the
// style sheet keeps a telephone number on one line (`.nowrap`); radios, boxes and buttons that share a name are one question.
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'long-title': 'off',
    'tel-non-breaking': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
  },
});

/** What is wrong with a page's HTML as it was served: a line each, none when it is valid. */
export async function htmlErrors(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  const messages = report.results.flatMap(result => result.messages);
  return messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`);
}
