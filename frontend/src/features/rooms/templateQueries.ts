import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { allOf, MOST_AT_ONCE, pageOf } from '../../shared/api/page'
import { api } from '../auth/currentSession'
import { Template, type TemplateDraft } from './template'

const TemplatePage = pageOf(Template)

const templatesKey = ['templates'] as const

/** All templates, by name. */
export function useTemplates() {
  return useQuery({
    queryKey: templatesKey,
    queryFn: ({ signal }) =>
      allOf((cursor) =>
        api.call('/api/room-templates', TemplatePage, { query: { limit: MOST_AT_ONCE, cursor }, signal }),
      ),
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
    // Not waited for: the template's own page, which is told of the success, is gone with the template.
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: templatesKey })
    },
  })
}
