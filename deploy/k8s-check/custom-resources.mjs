// Kinds whose CustomResourceDefinitions we have: the schema in them, closed, so that unknown fields are errors.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv'
import { parseAllDocuments } from 'yaml'

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })

export function readDefinitions(folder) {
  const validators = new Map()
  for (const name of readdirSync(folder)) {
    for (const { group, versions, names } of parseAllDocuments(readFileSync(join(folder, name), 'utf8')).map((it) => it.toJS().spec)) {
      for (const { name: version, schema } of versions) {
        validators.set(`${group}/${version} ${names.kind}`, ajv.compile(closed(root(schema.openAPIV3Schema))))
      }
    }
  }
  return validators
}

/** @returns the schema's objections to the manifest */
export function objections(validate, manifest) {
  return validate(manifest)
    ? []
    : validate.errors.map((it) => `${it.instancePath || '/'} ${it.message} ${it.params.additionalProperty ?? ''}`.trim())
}

/** Every resource has these three, whatever its definition says of them. */
function root(schema) {
  const properties = { ...schema.properties, apiVersion: { type: 'string' }, kind: { type: 'string' }, metadata: { type: 'object' } }
  return { ...schema, properties }
}

function closed(schema) {
  if (Array.isArray(schema)) return schema.map(closed)
  if (schema === null || typeof schema !== 'object') return schema
  const copy = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === 'properties' ? Object.fromEntries(Object.entries(value).map(([name, it]) => [name, closed(it)])) : closed(value),
    ]),
  )
  const open = schema['x-kubernetes-preserve-unknown-fields'] || schema.additionalProperties !== undefined
  if (schema.properties && schema.type === 'object' && !open) copy.additionalProperties = false
  if (schema['x-kubernetes-int-or-string']) {
    delete copy.type
    copy.anyOf = [{ type: 'integer' }, { type: 'string' }]
  }
  return copy
}
