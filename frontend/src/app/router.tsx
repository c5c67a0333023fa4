import { createBrowserRouter, Navigate } from 'react-router'
import { RequireSession } from '../features/auth/RequireSession'
import { SignInPage } from '../features/auth/SignInPage'
import { NotFoundPage } from './NotFoundPage'
import { RouteFailure } from './RouteFailure'
import { Shell } from './Shell'
import { Waiting } from '../shared/Waiting'

export const router = createBrowserRouter([
  {
    errorElement: <RouteFailure />,
    hydrateFallbackElement: <Waiting />,
    children: [
      { path: '/sign-in', element: <SignInPage /> },
      {
        element: <RequireSession />,
        children: [
          {
            element: <Shell />,
            children: [
              {
                errorElement: <RouteFailure />,
                children: [
                  { index: true, element: <Navigate to="/rooms" replace /> },
                  {
                    path: '/rooms',
                    lazy: async () => ({ Component: (await import('../features/rooms/RoomListPage')).RoomListPage }),
                  },
                  {
                    path: '/rooms/new',
                    lazy: async () => ({ Component: (await import('../features/rooms/NewRoomPage')).NewRoomPage }),
                  },
                  {
                    path: '/rooms/:roomId',
                    lazy: async () => ({ Component: (await import('../features/conversation/RoomPage')).RoomPage }),
                  },
                  {
                    path: '/rooms/:roomId/settings',
                    lazy: async () => ({
                      Component: (await import('../features/settings/RoomSettingsPage')).RoomSettingsPage,
                    }),
                  },
                  {
                    path: '/search',
                    lazy: async () => ({ Component: (await import('../features/search/SearchPage')).SearchPage }),
                  },
                  {
                    path: '/handovers',
                    lazy: async () => ({ Component: (await import('../features/handover/HandoversPage')).HandoversPage }),
                  },
                  {
                    path: '/handovers/:handoverId',
                    lazy: async () => ({ Component: (await import('../features/handover/HandoverPage')).HandoverPage }),
                  },
                  {
                    path: '/verify',
                    lazy: async () => ({ Component: (await import('../features/dossier/VerifyPage')).VerifyPage }),
                  },
                  {
                    path: '/sessions',
                    lazy: async () => ({ Component: (await import('../features/sessions/SessionsPage')).SessionsPage }),
                  },
                  {
                    path: '/notification-settings',
                    lazy: async () => ({
                      Component: (await import('../features/notifications/NotificationSettingsPage'))
                        .NotificationSettingsPage,
                    }),
                  },
                  {
                    path: '/admin',
                    lazy: async () => ({ Component: (await import('../features/admin/RequireAdmin')).RequireAdmin }),
                    children: [
                      { index: true, element: <Navigate to="/admin/templates" replace /> },
                      {
                        path: 'templates',
                        lazy: async () => ({
                          Component: (await import('../features/admin/TemplatesPage')).TemplatesPage,
                        }),
                      },
                      {
                        path: 'templates/:templateId',
                        lazy: async () => ({ Component: (await import('../features/admin/TemplatePage')).TemplatePage }),
                      },
                      {
                        path: 'service-accounts',
                        lazy: async () => ({
                          Component: (await import('../features/accounts/AccountsPage')).AccountsPage,
                        }),
                      },
                      {
                        path: 'service-accounts/:clientId',
                        lazy: async () => ({
                          Component: (await import('../features/accounts/AccountPage')).AccountPage,
                        }),
                      },
                      {
                        path: 'shifts',
                        lazy: async () => ({ Component: (await import('../features/handover/SchedulePage')).SchedulePage }),
                      },
                      {
                        path: 'sessions',
                        lazy: async () => ({
                          Component: (await import('../features/admin/PersonSessionsPage')).PersonSessionsPage,
                        }),
                      },
                    ],
                  },
                  { path: '*', element: <NotFoundPage /> },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
])
