// The schemas let unknown fields pass, as a server without strict validation does; the types do not: an object literal may have
// no field that its type lacks.
import ts from 'typescript'

const FILE = 'manifests.ts'
const OPTIONS = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
}

/** @param typed [{index, manifest, module, type}] @returns [{index, message}] */
export function unknownFields(typed, folder) {
  const file = `${folder}/${FILE}`
  const starts = []
  let source = ''
  typed.forEach(({ manifest, module, type }, i) => {
    starts.push(source.length)
    source += `import type { ${type} as T${i} } from '${module}'\nconst _${i}: T${i} = ${JSON.stringify(manifest, null, 1)}\n`
  })
  const host = ts.createCompilerHost(OPTIONS)
  const { getSourceFile, fileExists } = host
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest)
  host.fileExists = (name) => name === file || fileExists(name)
  const program = ts.createProgram([file], OPTIONS, host)
  return ts.getPreEmitDiagnostics(program).map((problem) => {
    const at = starts.findLastIndex((start) => start <= (problem.start ?? 0))
    return { index: typed[at].index, message: ts.flattenDiagnosticMessageText(problem.messageText, ' ').replaceAll(/\bT\d+\b/g, typed[at].type) }
  })
}
