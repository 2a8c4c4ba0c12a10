/**
 * The analyzer also treats the argument of `new SomeEvent(argument)` as an event name; only events with a description
 * are real.
 */
const describedEventsOnly = {
  name: 'described-events-only',
  packageLinkPhase({customElementsManifest}) {
    for (const element of customElementsManifest.modules.flatMap(module => module.declarations)) {
      if (element.events) element.events = element.events.filter(event => event.name && event.description);
    }
  },
};

const isPublic = ({privacy = 'public', static: isStatic}) => privacy === 'public' && !isStatic;

/** Helpers next to an element and its private members are internal. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({customElementsManifest: manifest}) {
    manifest.modules = manifest.modules.filter(
      ({declarations, exports}) =>
        declarations.some(({kind}) => kind === 'class') ||
        exports.some(({kind}) => kind === 'custom-element-definition'),
    );
    for (const declaration of manifest.modules.flatMap(({declarations}) => declarations)) {
      if (declaration.members) declaration.members = declaration.members.filter(isPublic);
    }
  },
};

const toPublished = path => path.replace(/^\/?(?:src\/)?((?:components|ui)\/.*)\.[jt]s$/, 'dist/$1.js');

/** Sources are not published, so paths point to the published files. */
function publishPaths(value) {
  if (typeof value !== 'object' || value === null) return;
  for (const key of ['path', 'module']) {
    if (typeof value[key] === 'string') value[key] = toPublished(value[key]);
  }
  Object.values(value).forEach(publishPaths);
}

const publishedPaths = {
  name: 'published-paths',
  packageLinkPhase: ({customElementsManifest}) => publishPaths(customElementsManifest),
};

export default {
  globs: ['components/**/*.ts', 'src/ui/widget.ts'],
  outdir: 'dist',
  litelement: true,
  quiet: true,
  plugins: [describedEventsOnly, publicOnly, publishedPaths],
};
