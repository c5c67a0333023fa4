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

/** Those of a room's socket. A frame of the feed may name a number of its room; it is no event of it. */
export const roomFrames = goldenFrames.filter(({ name }) => !name.startsWith('me-'))

if (goldenFrames.length === 0) throw new Error('no golden frames were found')
