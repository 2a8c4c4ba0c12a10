import ts from 'typescript';

const HIDDEN = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;

const isPublic = member =>
  !(ts.getCombinedModifierFlags(member) & HIDDEN) && !(member.name && ts.isPrivateIdentifier(member.name));

const keepPublic = context => node =>
  ts.isClassDeclaration(node)
    ? context.factory.updateClassDeclaration(
        node,
        node.modifiers,
        node.name,
        node.typeParameters,
        node.heritageClauses,
        node.members.filter(isPublic),
      )
    : node;

const printer = ts.createPrinter({removeComments: true});

const isName = node => ts.isTypeReferenceNode(node) && !node.typeArguments;

/** Whether a type consists only of named types, so that its own text shows no member. */
const isIntersection = node =>
  ts.isTypeAliasDeclaration(node) && ts.isIntersectionTypeNode(node.type) && node.type.types.every(isName);

/** The members of composed types, in one list. */
function membersOf(declaration, checker) {
  const properties = checker.getPropertiesOfType(checker.getTypeAtLocation(declaration));
  const members = properties.map(({declarations: [member]}) =>
    printer.printNode(ts.EmitHint.Unspecified, member, member.getSourceFile()),
  );
  return `type ${declaration.name.text} = {\n${members.map(member => `    ${member}\n`).join('')}};`;
}

/** A declaration from its `.d.ts`, without comments and private members. */
function textOf(declaration, checker) {
  if (isIntersection(declaration)) return membersOf(declaration, checker);
  const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const {transformed} = ts.transform(statement, [keepPublic]);
  const text = printer.printNode(ts.EmitHint.Unspecified, transformed[0], statement.getSourceFile());
  return text.replace(/^export (?:declare )?|^declare /, '');
}

/** Every export of a package entry, from its `.d.ts`, by name, with its full declaration. */
export function exportedDeclarations(entry) {
  const program = ts.createProgram([entry], {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(entry)));
  return exported
    .map(symbol => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({declarations}) => declarations.map(declaration => textOf(declaration, checker)));
}
