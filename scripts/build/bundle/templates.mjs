/* Without this, every player would load the spaces, line breaks and comments of our templates and styles. */
import minifyTemplateLiterals from 'rollup-plugin-minify-template-literals';

/** The minifier can't read declarations without a selector, which are inserted into rules. */
const hasRules = ({parts}) => parts.some(({text}) => text.includes('{'));

/** Shortens the templates and styles of our own modules. @returns {import('rollup').Plugin} */
export function minifiedTemplates() {
  return minifyTemplateLiterals({
    include: ['src/**', 'components/**'],
    failOnError: true,
    options: {
      shouldMinifyCSS: template => template.tag === 'css' && hasRules(template),
      // A character entity keeps the file in ASCII.
      minifyOptions: {decodeEntities: false},
    },
  });
}
