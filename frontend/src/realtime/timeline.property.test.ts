import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ME, page } from '../testing/frames'
import { roomFrames } from '../testing/golden'
import { type Deed, ModelRoom, people } from '../testing/ModelRoom'
import { decodeFrame, type DurableFrame, isDurable } from './frames'
import { marks } from './marks'
import { emptyTimeline, hasGap, reduceTimeline, type Timeline, type TimelineAction } from './timeline'

const golden = roomFrames
  .map(({ text }) => decodeFrame(text))
  .filter(isDurable)
  .sort((a, b) => a.sequence_number - b.sequence_number)

const after = (...actions: readonly TimelineAction[]) => actions.reduce(reduceTimeline, emptyTimeline(ME))
const durable = (frame: DurableFrame): TimelineAction => ({ type: 'durable', frame })
const nothingYet: TimelineAction = { type: 'newest_loaded', page: page([], 0) }

/** What one sees of each entry. */
const seen = ({ entries }: Pick<Timeline, 'entries'>) =>
  entries.map((entry) =>
    entry.kind === 'event'
      ? [entry.sequence_number, entry.event]
      : [
          entry.sequence_number,
          entry.content,
          entry.edited_at ?? null,
          entry.deleted_at ?? null,
          entry.mark ?? null,
          [...entry.reactions].sort((a, b) => a.emoji.localeCompare(b.emoji)),
        ],
  )

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('post' as const), by: fc.constantFrom(...people) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('edit' as const, 'delete' as const), target: fc.nat(50) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('react' as const),
      target: fc.nat(50),
      by: fc.constantFrom(...people),
      emoji: fc.constantFrom('👍', '👀'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('mark' as const),
      target: fc.nat(50),
      by: fc.constantFrom(...people),
      mark: fc.constantFrom(...marks, null),
    }),
  },
)
const room = fc.array(deed, { minLength: 1, maxLength: 60 }).map((deeds) => new ModelRoom(deeds))
/** Frames as a bad network brings them: in any order, some of them more than once. */
const shaken = (frames: readonly DurableFrame[]) =>
  fc
    .tuple(fc.shuffledSubarray([...frames], { minLength: frames.length }), fc.subarray([...frames]))
    .map(([all, again]) => [...all, ...again])

describe('whatever the order in which frames come', () => {
  it('the golden frames end in the same timeline, without a gap', () => {
    const inOrder = after(nothingYet, ...golden.map(durable))

    fc.assert(
      fc.property(shaken(golden), (frames) => {
        const timeline = after(nothingYet, ...frames.map(durable))
        expect(seen(timeline)).toEqual(seen(inOrder))
        expect([timeline.through, hasGap(timeline)]).toEqual([golden.length, false])
      }),
    )
  })

  it('a snapshot and the frames since are the same as a fresh load', () => {
    fc.assert(
      fc.property(
        room.chain((made) =>
          fc.record({
            made: fc.constant(made),
            at: fc.nat(made.last),
            frames: shaken(made.frames),
          }),
        ),
        ({ made, at, frames }) => {
          const stale = after({ type: 'newest_loaded', page: made.page(at, 1000) }, ...frames.map(durable))
          const fresh = after({ type: 'newest_loaded', page: made.page(made.last, 1000) })
          expect(seen(stale)).toEqual(seen(fresh))
          expect(stale.through).toBe(made.last)
        },
      ),
    )
  })

  it('nothing is ever shown out of order, twice, or behind a hole', () => {
    fc.assert(
      fc.property(
        room.chain((made) => shaken(made.frames)),
        (frames) => {
          let timeline = after(nothingYet)
          const arrived = new Set<number>()
          for (const frame of frames) {
            timeline = reduceTimeline(timeline, durable(frame))
            arrived.add(frame.sequence_number)
            const numbers = timeline.entries.map((entry) => entry.sequence_number)
            expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
            for (let number = 1; number <= timeline.through; number++) expect(arrived.has(number)).toBe(true)
          }
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('however one pages back', () => {
  it('older pages and live changes meet in the same state', () => {
    fc.assert(
      fc.property(
        room.chain((made) =>
          fc.record({ made: fc.constant(made), at: fc.nat(made.last), size: fc.integer({ min: 1, max: 8 }) }),
        ),
        ({ made, at, size }) => {
          let timeline = after({ type: 'newest_loaded', page: made.page(at, size) })
          timeline = made.frames.slice(at).map(durable).reduce(reduceTimeline, timeline)
          while (timeline.hasOlder) {
            const before = Number(timeline.olderBefore)
            timeline = reduceTimeline(timeline, { type: 'older_loaded', page: made.page(made.last, size, before) })
          }
          const fresh = after({ type: 'newest_loaded', page: made.page(made.last, 1000) })
          expect(seen(timeline)).toEqual(seen(fresh))
        },
      ),
    )
  })

  it('a jump back, then reading on, joins the newest without a hole', () => {
    fc.assert(
      fc.property(
        room.chain((made) =>
          fc.record({
            made: fc.constant(made),
            at: fc.nat(made.last),
            place: fc.nat(made.last),
            size: fc.integer({ min: 1, max: 8 }),
          }),
        ),
        ({ made, at, place, size }) => {
          let timeline = after({ type: 'newest_loaded', page: made.page(at, size) })
          const jump = made.page(at, size, place + 1)
          timeline = reduceTimeline(timeline, { type: 'past_loaded', page: jump, through: place })
          timeline = made.frames.slice(at).map(durable).reduce(reduceTimeline, timeline)
          while (timeline.past !== null) {
            const through = timeline.past.through + size
            const newer = made.page(made.last, size, through + 1)
            timeline = reduceTimeline(timeline, { type: 'past_newer_loaded', page: newer, through })
          }
          while (timeline.hasOlder) {
            const before = Number(timeline.olderBefore)
            timeline = reduceTimeline(timeline, { type: 'older_loaded', page: made.page(made.last, size, before) })
          }
          const fresh = after({ type: 'newest_loaded', page: made.page(made.last, 1000) })
          expect(seen(timeline)).toEqual(seen(fresh))
        },
      ),
    )
  })
})
