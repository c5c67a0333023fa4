import { Button, Skeleton, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPhotoOff } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { BlobImage } from './BlobImage'
import { useImage, widths } from './files'
import classes from './Attachment.module.css'

const Lightbox = lazy(async () => ({ default: (await import('./Lightbox')).Lightbox }))

export function ImageAttachment({ fileId, name }: { fileId: string; name: string }) {
  const { t } = useTranslation()
  const image = useImage(fileId, widths.inline)
  const [opened, { open, close }] = useDisclosure(false)

  if (image.isPending) {
    return <Skeleton role="img" className={classes.image} width={320} aria-label={t('message.loadingImage')} />
  }
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
      {opened && (
        <Suspense>
          <Lightbox fileId={fileId} name={name} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
