import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { pageOf } from '../../shared/api/page'
import { api } from '../auth/currentSession'
import { Template, type TemplateDraft } from './template'

const TemplatePage = pageOf(Template)
/** The most the server gives at once. */
const PAGE_SIZE = 200

const templatesKey = ['templates'] as const

/** All templates, by name. */
export function useTemplates() {
  return useQuery({
    queryKey: templatesKey,
    queryFn: async ({ signal }) => {
      const all: Template[] = []
      let cursor: string | undefined
      do {
        const page = await api.call('/api/room-templates', TemplatePage, { query: { limit: PAGE_SIZE, cursor }, signal })
        all.push(...page.items)
        cursor = page.pagination.next ?? undefined
      } while (cursor !== undefined)
      return all
    },
    select: byName,
  })
}

const byName = (templates: Template[]) => [...templates].sort((one, other) => one.name.localeCompare(other.name))

/** Creates a template, or replaces the one of that id. */
export function useSaveTemplate(templateId: string | null) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (draft: TemplateDraft) =>
      templateId === null
        ? api.call('/api/room-templates', Template, { method: 'POST', json: draft })
        : api.call(`/api/room-templates/${templateId}`, Template, { method: 'PUT', json: draft }),
    onSettled: () => queries.invalidateQueries({ queryKey: templatesKey }),
  })
}

export function useDeleteTemplate(templateId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => api.send(`/api/room-templates/${templateId}`, { method: 'DELETE' }),
    onSettled: () => queries.invalidateQueries({ queryKey: templatesKey }),
  })
}
