import { ActionIcon, Progress } from '@mantine/core'
import { IconFile, IconPhoto, IconRefresh, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../shared/api/problem'
import { useProblemText } from '../../shared/useProblemText'
import { sizeText } from './files'
import type { Upload, Uploads } from './Uploads'
import classes from './UploadList.module.css'

export function UploadList({ list, uploads }: { list: readonly Upload[]; uploads: Uploads }) {
  const { t } = useTranslation()
  return (
    <ul className={classes.list} aria-label={t('files.attached')}>
      {list.map((upload) => (
        <UploadItem key={upload.id} upload={upload} uploads={uploads} />
      ))}
    </ul>
  )
}

function UploadItem({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const { t, i18n } = useTranslation()
  const problemText = useProblemText()
  const { id, file, state, progress, failure } = upload
  return (
    <li className={classes.item} data-state={state}>
      {file.type.startsWith('image/') ? <IconPhoto size={22} aria-hidden /> : <IconFile size={22} aria-hidden />}
      <div className={classes.about}>
        <span className={classes.name}>{file.name}</span>
        {state === 'failed' ? (
          <span className={classes.failure} role="alert">
            {isAboutFile(failure) ? t('composer.fileRefused') : problemText(failure)}
          </span>
        ) : (
          <span className={classes.size}>
            {state === 'done' ? t('files.ready') : t(`files.${state}`)} · {sizeText(file.size, i18n.language)}
          </span>
        )}
        {state === 'uploading' && (
          <Progress value={progress * 100} size="xs" aria-label={t('files.progressOf', { name: file.name })} />
        )}
      </div>
      {state === 'failed' && (
        <ActionIcon
          color="gray"
          aria-label={t('files.retry', { name: file.name })}
          title={t('app.tryAgain')}
          onClick={() => {
            uploads.retry(id)
          }}
        >
          <IconRefresh size={18} />
        </ActionIcon>
      )}
      <ActionIcon
        color="gray"
        aria-label={t('composer.removeAttachment', { name: file.name })}
        onClick={() => {
          uploads.remove(id)
        }}
      >
        <IconX size={18} />
      </ActionIcon>
    </li>
  )
}

/** An upload has no field but the file, so the text for forms would point at nothing. */
function isAboutFile(failure: unknown): boolean {
  return failure instanceof ApiProblem && failure.code === 'invalid_field'
}
