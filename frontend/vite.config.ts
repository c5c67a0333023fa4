import react from '@vitejs/plugin-react'
import { viteStaticCopy } from 'vite-plugin-static-copy'
import { defineConfig } from 'vitest/config'

const gateway = process.env.ANDON_GATEWAY ?? 'http://localhost:8000'

export default defineConfig({
  plugins: [
    react(),
    // Names and groups of emoji, which the picker fetches when it is opened.
    viteStaticCopy({
      targets: [
        {
          src: 'node_modules/emojibase-data/{en,zh-hant}/{data,messages}.json',
          dest: 'emoji',
          rename: { stripBase: 2 },
        },
      ],
    }),
  ],
  server: {
    // The golden frames and the AsyncAPI document, which the tests read, are kept with the contracts; the dossiers, with their module.
    fs: { allow: ['.', '../contracts/src/main/resources', '../dossier/src/test/resources'] },
    proxy: {
      '/api': gateway,
      // The server takes sockets from its own origin only.
      '/ws': { target: gateway, ws: true, rewriteWsOrigin: true },
    },
  },
  build: {
    // A tablet on the shop floor may never see another update. What syntax cannot be lowered is kept out by `lib` in
    // tsconfig.app.json and by the lint rules.
    target: ['chrome109', 'edge109', 'firefox115', 'safari16'],
    // A data: URL in a style sheet would need an exception in the content security policy.
    assetsInlineLimit: 0,
    // The page everybody needs, and the charts, which are loaded when there is one to show.
    chunkSizeWarningLimit: 640,
    rolldownOptions: {
      input: { index: 'index.html', 'service-worker': 'src/features/push/serviceWorker.ts' },
      output: {
        // A service worker has one address for good, at the root of what it is for.
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['./src/testing/setup.ts'],
    // Forms are typed into key by key, on machines that others build on.
    testTimeout: 30_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
})
