// How html-validate judges the site's pages: the standard and, beyond it, good practice.
// A rule that is off has its reason beside it.
export default {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    'heading-level': 'error',
    'input-missing-label': 'error',
    // A paper's title is as long as its authors made it.
    'long-title': 'off',
    // A line of someone else's text ends as they ended it.
    'no-trailing-whitespace': 'off',
    // Browsers refuse a script with an integrity attribute on a page opened from disk.
    'require-sri': 'off',
  },
};
