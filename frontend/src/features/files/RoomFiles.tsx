import { Button, SegmentedControl, Skeleton, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconFiles, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureMessage } from '../../shared/FailureMessage'
import { RelativeTime } from '../../shared/RelativeTime'
import { StateMessage } from '../../shared/StateMessage'
import { useNameOf } from '../conversation/names'
import { FileAttachment } from './FileAttachment'
import { isImage, type StoredFile, useRoomFiles } from './files'
import { ImageAttachment } from './ImageAttachment'
import classes from './RoomFiles.module.css'

const SEARCH_DELAY_MS = 300

/** All files of the room, newest first. */
export function RoomFiles({ roomId }: { roomId: string }) {
  const { t } = useTranslation()
  const [type, setType] = useState<'image' | null>(null)
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), SEARCH_DELAY_MS)
  const files = useRoomFiles(roomId, { type, q })
  const items = files.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Stack gap="sm">
      <TextInput
        type="search"
        aria-label={t('files.search')}
        placeholder={t('files.search')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
        }}
      />
      <SegmentedControl
        fullWidth
        aria-label={t('files.kind')}
        value={type ?? 'all'}
        onChange={(value) => {
          setType(value === 'image' ? 'image' : null)
        }}
        data={[
          { value: 'all', label: t('files.all') },
          { value: 'image', label: t('files.images') },
        ]}
      />
      {files.isPending && <Skeleton height={160} role="status" aria-label={t('app.loading')} />}
      {files.isError && (
        <FailureMessage title={t('files.failedTitle')} failure={files.error} onRetry={() => void files.refetch()} />
      )}
      {files.isSuccess && items.length === 0 && (
        <StateMessage icon={<IconFiles size={30} />} title={t('files.emptyTitle')} text={t('files.emptyText')} />
      )}
      <ul className={classes.list} aria-label={t('files.title')}>
        {items.map((file) => (
          <FileItem key={file.file_id} file={file} />
        ))}
      </ul>
      {files.hasNextPage && (
        <Button variant="default" loading={files.isFetchingNextPage} onClick={() => void files.fetchNextPage()}>
          {t('app.loadMore')}
        </Button>
      )}
    </Stack>
  )
}

function FileItem({ file }: { file: StoredFile }) {
  const nameOf = useNameOf()
  return (
    <li>
      {isImage(file) ? (
        <ImageAttachment fileId={file.file_id} name={file.file_name} />
      ) : (
        <FileAttachment fileId={file.file_id} said={file.file_name} />
      )}
      <div className={classes.about}>
        {isImage(file) && <span className={classes.name}>{file.file_name}</span>}
        <span>
          {nameOf(file.uploaded_by)}
          {file.uploaded_at !== null && (
            <>
              {' · '}
              <RelativeTime at={file.uploaded_at} />
            </>
          )}
        </span>
      </div>
    </li>
  )
}
