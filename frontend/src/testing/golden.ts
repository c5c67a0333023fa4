const texts = import.meta.glob<string>('../../../contracts/src/main/resources/frames/server/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** Every frame the server may send, as the contracts have it. Those of the user's own feed are named `me-…`. */
export const goldenFrames = Object.entries(texts).map(([path, text]) => ({
  name: path.replace(/.*\/(.*)\.json$/, '$1'),
  text,
}))

if (goldenFrames.length === 0) throw new Error('no golden frames were found')
