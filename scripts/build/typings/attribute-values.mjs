import ts from 'typescript';

const OPTIONS = {module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, skipLibCheck: true, strict: true};

/**
 * Reads `elements.d.ts`: a function that returns the allowed strings of an attribute, in the order of their
 * declaration, or none if any string is allowed.
 */
export function attributeValues(file) {
  const program = ts.createProgram([file], OPTIONS);
  const checker = program.getTypeChecker();
  const [elements] = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file))).filter(isMap);
  const memberOf = (type, name) => checker.getTypeOfSymbol(checker.getPropertyOfType(type, name));
  const all = checker.getDeclaredTypeOfSymbol(elements);
  return (tag, attribute) => literals(memberOf(memberOf(memberOf(all, tag), 'attributes'), attribute));
}

const isMap = ({name}) => name === 'LiveOpsElements';

function literals(type) {
  const types = (type.isUnion() ? type.types : [type]).filter(each => !(each.flags & ts.TypeFlags.Undefined));
  return types.every(each => each.isStringLiteral()) ? types.map(({value}) => value) : [];
}
