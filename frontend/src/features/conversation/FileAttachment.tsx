import { Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { IconFileDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { fetchFile } from './files'

export function FileAttachment({ fileId, name }: { fileId: string; name: string }) {
  const { t } = useTranslation()
  const download = useMutation({
    mutationFn: () => fetchFile(fileId),
    onSuccess: (bytes) => {
      save(bytes, name)
    },
  })
  return (
    <>
      <Button
        mt={4}
        variant="default"
        leftSection={<IconFileDownload size={20} />}
        loading={download.isPending}
        aria-label={t('message.download', { name })}
        onClick={() => {
          download.mutate()
        }}
      >
        {name}
      </Button>
      {download.isError && (
        <Text size="sm" c="red" role="alert">
          {t('message.downloadFailed')}
        </Text>
      )}
    </>
  )
}

/** Saved, never opened: a document shown from a blob URL would run as this site. */
function save(bytes: Blob, name: string): void {
  const url = URL.createObjectURL(bytes)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
