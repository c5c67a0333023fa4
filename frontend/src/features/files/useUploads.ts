import { useEffect, useState, useSyncExternalStore } from 'react'
import { deleteFile } from './files'
import { uploadFile } from './upload'
import { type Upload, Uploads } from './Uploads'

/** The uploads of one room's composer; a component that uses it is keyed by the room. */
export function useUploads(roomId: string): [readonly Upload[], Uploads] {
  const [uploads] = useState(
    () =>
      new Uploads(
        (file, options) => uploadFile(roomId, file, options),
        (stored) => {
          deleteFile(stored.file_id).catch(() => undefined)
        },
      ),
  )
  useEffect(() => {
    return () => {
      uploads.clear()
    }
  }, [uploads])
  return [useSyncExternalStore(uploads.subscribe, uploads.list), uploads]
}
