/* Without this, every player would load the blanks, line breaks and comments of our templates and styles. */
import minifyTemplateLiterals from 'rollup-plugin-minify-template-literals';

/** Declarations without a selector, to be put into rules, are no style sheet that the minifier could read. */
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
