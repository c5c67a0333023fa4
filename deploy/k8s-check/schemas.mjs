// Reads manifests (a JSON array) on standard input, writes what their schemas object to: [{index, message}].
// Argument: a folder of CustomResourceDefinitions for kinds that no package has.
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { objections, readDefinitions } from './custom-resources.mjs'
import { modelOf } from './models.mjs'
import { unknownFields } from './unknown-fields.mjs'

const manifests = JSON.parse(readFileSync(0, 'utf8'))
const definitions = readDefinitions(process.argv[2])
const problems = []
const typed = []

for (const [index, manifest] of manifests.entries()) {
  const own = definitions.get(`${manifest.apiVersion} ${manifest.kind}`)
  const known = own ? undefined : await modelOf(manifest)
  if (own) {
    objections(own, manifest).forEach((message) => problems.push({ index, message }))
  } else if (known) {
    const part = known.part(manifest)
    typed.push({ index, manifest: part, module: known.module, type: known.type })
    try {
      new known.model(part).validate()
    } catch (invalid) {
      problems.push({ index, message: invalid.message })
    }
  } else {
    problems.push({ index, message: `no schema is known for ${manifest.apiVersion} ${manifest.kind}` })
  }
}
problems.push(...unknownFields(typed, dirname(fileURLToPath(import.meta.url))))
console.log(JSON.stringify(problems))
