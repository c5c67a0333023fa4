// Reads PromQL expressions, a JSON array on standard input; tells of each, in the same order, whether it can be read,
// which series it selects by which labels, and by which labels it groups.
import { text } from 'node:stream/consumers'
import { parser } from '@prometheus-io/lezer-promql'

const OPERATORS = { EqlSingle: '=', Neq: '!=', EqlRegex: '=~', NeqRegex: '!~' }

function read(expression) {
  const of = (node) => expression.slice(node.from, node.to)
  const found = { expression, readable: true, selectors: [], grouping: [] }
  parser.parse(expression).iterate({
    enter(node) {
      if (node.type.isError) found.readable = false
      if (node.name === 'GroupingLabels') {
        found.grouping.push(...node.node.getChildren('LabelName').map(of))
      }
      if (node.name === 'VectorSelector') found.selectors.push(selector(node.node, of))
    },
  })
  return found
}

function selector(node, of) {
  const name = node.getChild('Identifier')
  const matchers = node.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher') ?? []
  return {
    metric: name ? of(name) : null,
    matchers: matchers.map((matcher) => ({
      label: of(matcher.getChild('LabelName')),
      operator: OPERATORS[matcher.getChild('MatchOp').firstChild.name],
      value: JSON.parse(of(matcher.getChild('StringLiteral'))),
    })),
  }
}

process.stdout.write(JSON.stringify(JSON.parse(await text(process.stdin)).map(read)))
