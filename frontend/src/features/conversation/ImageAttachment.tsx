import { Button, Modal, Skeleton, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPhotoOff } from '@tabler/icons-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useImage } from './files'
import classes from './Attachment.module.css'

export function ImageAttachment({ fileId, name }: { fileId: string; name: string }) {
  const { t } = useTranslation()
  const image = useImage(fileId)
  const [opened, { open, close }] = useDisclosure(false)

  if (image.isPending) return <Skeleton className={classes.image} width={320} aria-label={t('message.loadingImage')} />
  if (image.isError) {
    return (
      <div className={classes.broken}>
        <IconPhotoOff size={20} aria-hidden />
        {t('message.imageFailed')}
        <Button variant="subtle" onClick={() => void image.refetch()}>
          {t('app.tryAgain')}
        </Button>
      </div>
    )
  }
  return (
    <>
      <UnstyledButton className={classes.open} onClick={open} aria-label={t('message.openImage', { name })}>
        <BlobImage blob={image.data} alt={name} className={classes.image} />
      </UnstyledButton>
      <Modal
        opened={opened}
        onClose={close}
        fullScreen
        title={name}
        closeButtonProps={{ 'aria-label': t('message.closeImage'), size: '2.75rem' }}
      >
        <BlobImage blob={image.data} alt={name} className={classes.full} />
      </Modal>
    </>
  )
}

function BlobImage({ blob, alt, className }: { blob: Blob; alt: string; className?: string }) {
  const show = useCallback(
    (element: HTMLImageElement | null) => {
      if (element === null) return undefined
      const url = URL.createObjectURL(blob)
      element.src = url
      return () => {
        URL.revokeObjectURL(url)
      }
    },
    [blob],
  )
  return <img ref={show} alt={alt} className={className} />
}
