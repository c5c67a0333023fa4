import { useMutation, useQuery } from '@tanstack/react-query'
import * as v from 'valibot'
import { api } from '../auth/currentSession'
import { save } from '../files/save'

const Keys = v.object({ keys: v.array(v.object({ x: v.string() })) })

/** The keys of the installation that this page comes from. */
export function useDossierKeys() {
  return useQuery({
    queryKey: ['dossier-keys'],
    queryFn: async ({ signal }) => (await api.call('/api/dossier-keys', Keys, { signal })).keys.map(({ x }) => x),
  })
}

export function useDossierDownload(roomId: string) {
  return useMutation({
    mutationFn: async (language: string) => {
      const path = `/api/rooms/${encodeURIComponent(roomId)}/dossier`
      save(await api.blob(path, { query: { lang: language } }), `dossier-${roomId}.zip`)
    },
  })
}
