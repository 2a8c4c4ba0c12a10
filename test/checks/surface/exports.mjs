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

/** A declaration as its `.d.ts` has it, without comments and private members. */
function textOf(declaration) {
  const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const {transformed} = ts.transform(statement, [keepPublic]);
  const printer = ts.createPrinter({removeComments: true});
  const text = printer.printNode(ts.EmitHint.Unspecified, transformed[0], statement.getSourceFile());
  return text.replace(/^export (?:declare )?|^declare /, '');
}

/** Every export of an entry of the package, given by its `.d.ts`, with its full declaration, by name. */
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
    .flatMap(({declarations}) => declarations.map(textOf));
}
