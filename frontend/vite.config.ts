import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const gateway = 'http://localhost:8000'

export default defineConfig({
  plugins: [react()],
  server: {
    // The golden frames and the AsyncAPI document, which the tests read, are kept with the contracts.
    fs: { allow: ['.', '../contracts/src/main/resources'] },
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
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['./src/testing/setup.ts'],
    restoreMocks: true,
    unstubGlobals: true,
  },
})
