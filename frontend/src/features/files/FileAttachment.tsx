import { Text, UnstyledButton } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { IconDownload, IconFileText } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { fetchFile, sizeText, useFile } from './files'
import { save } from './save'
import classes from './Attachment.module.css'

/** `said`: what its message says, which is the file's name unless somebody wrote something else. */
export function FileAttachment({ fileId, said }: { fileId: string; said: string }) {
  const { t, i18n } = useTranslation()
  const file = useFile(fileId)
  const name = file.data?.file_name ?? said
  const download = useMutation({
    mutationFn: () => fetchFile(fileId),
    onSuccess: (bytes) => {
      save(bytes, name)
    },
  })
  const size = file.data?.size ?? null
  return (
    <>
      {said !== name && <p className={classes.said}>{said}</p>}
      <UnstyledButton
        className={classes.file}
        disabled={download.isPending}
        aria-label={t('message.download', { name })}
        onClick={() => {
          download.mutate()
        }}
      >
        <IconFileText size={26} aria-hidden />
        <span className={classes.fileText}>
          <span className={classes.fileName}>{name}</span>
          <span className={classes.fileSize}>
            {download.isPending ? t('files.downloading') : size === null ? ' ' : sizeText(size, i18n.language)}
          </span>
        </span>
        <IconDownload size={20} aria-hidden />
      </UnstyledButton>
      {download.isError && (
        <Text size="sm" c="red" role="alert">
          {t('message.downloadFailed')}
        </Text>
      )}
    </>
  )
}
