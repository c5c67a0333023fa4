import { expect, it } from 'vitest'
import imported from './mantineStyles.ts?raw'

const sources = import.meta.glob<string>('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true })
const styles = import.meta.glob('/node_modules/@mantine/core/styles/*.css')

/** What the app takes from Mantine, by the names of its components. */
function componentsInUse(): string[] {
  const imports = Object.values(sources).flatMap((source) => [
    ...source.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g),
  ])
  const whole = imports.flatMap(([, names = '']) => names.split(',').map((name) => name.trim()))
  // The styles of a part, `Radio.Card`, are in a sheet of their own, `RadioCard.css`.
  const parts = Object.values(sources)
    .flatMap((source) => [...source.matchAll(/<([A-Z]\w*)\.([A-Z]\w*)/g)])
    .map(([, component = '', part = '']) => component + part)
  return [...new Set([...whole, ...parts])]
}

it('every component in use brings its styles', () => {
  const missing = componentsInUse()
    .filter((name) => `/node_modules/@mantine/core/styles/${name}.css` in styles)
    .filter((name) => !imported.includes(`/${name}.css`))

  expect(componentsInUse()).toContain('Button')
  expect(imported).toContain('/Button.css')
  expect(missing).toEqual([])
})
