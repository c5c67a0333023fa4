import 'yet-another-react-lightbox/styles.css'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import YetAnotherLightbox from 'yet-another-react-lightbox'
import Download from 'yet-another-react-lightbox/plugins/download'
import Zoom from 'yet-another-react-lightbox/plugins/zoom'
import { fetchFile, useImage, widths } from './files'
import { save } from './save'

interface Props {
  fileId: string
  name: string
  onClose: () => void
}

/** One image on the whole screen: zoomed with fingers, wheel or keys. */
export function Lightbox({ fileId, name, onClose }: Props) {
  const { t } = useTranslation()
  const image = useImage(fileId, widths.full)
  const url = useBlobUrl(image.data)
  return (
    <YetAnotherLightbox
      open
      close={onClose}
      slides={url === null ? [] : [{ src: url, alt: name, download: true }]}
      plugins={[Zoom, Download]}
      carousel={{ finite: true }}
      controller={{ closeOnBackdropClick: true, closeOnPullDown: true }}
      zoom={{ maxZoomPixelRatio: 3 }}
      download={{
        download: () =>
          void fetchFile(fileId).then((bytes) => {
            save(bytes, name)
          }),
      }}
      render={{ buttonPrev: () => null, buttonNext: () => null }}
      labels={{
        Lightbox: name,
        Close: t('message.closeImage'),
        Download: t('message.download', { name }),
        'Zoom in': t('message.zoomIn'),
        'Zoom out': t('message.zoomOut'),
      }}
    />
  )
}

function useBlobUrl(blob: Blob | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (blob === undefined) return undefined
    const made = URL.createObjectURL(blob)
    // Not within the effect: what it sets up is drawn with the next turn.
    queueMicrotask(() => {
      setUrl(made)
    })
    return () => {
      URL.revokeObjectURL(made)
    }
  }, [blob])
  return url
}
