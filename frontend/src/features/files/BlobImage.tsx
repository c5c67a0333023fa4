import { useCallback } from 'react'

export function BlobImage({ blob, alt, className }: { blob: Blob; alt: string; className?: string }) {
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
  return <img ref={show} alt={alt} className={className} draggable={false} />
}
