import { LiveSocket, type TokenSource } from '../../realtime/LiveSocket'
import { decodeFeedFrame, type FeedFrame } from '../rooms/feed'

export interface FeedListener {
  /** A connection was made; nothing is replayed, so whatever happened before must be asked for. */
  onWelcome: () => void
  onNews: (frame: News) => void
  onHandovers: () => void
}

export type News = Extract<FeedFrame, { type: 'unread' | 'mentioned' | 'room_changed' | 'room_removed' | 'notification' }>

/** The user's own feed: what happens in any of their rooms while they are in the app. */
export function openFeed(token: TokenSource, { onWelcome, onNews, onHandovers }: FeedListener): () => void {
  const socket = new LiveSocket<FeedFrame>({
    address: () => '/ws/me',
    decode: decodeFeedFrame,
    token,
    // Everybody may have their own feed: a refusal is trouble that passes, or the end of the session, which shows.
    checkAccess: () => Promise.resolve('unknown'),
    onState: () => undefined,
    onFrame: (frame) => {
      switch (frame.type) {
        case 'welcome':
          onWelcome()
          return
        case 'unread':
        case 'mentioned':
        case 'room_changed':
        case 'room_removed':
        case 'notification':
          onNews(frame)
          return
        case 'handovers_changed':
          onHandovers()
          return
        case 'pong':
        case 'error':
        case 'unknown':
          return
      }
    },
  })
  socket.start()
  return () => {
    socket.stop()
  }
}
