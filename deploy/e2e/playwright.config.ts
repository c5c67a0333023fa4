import chromium from '@sparticuz/chromium'
import { defineConfig } from '@playwright/test'

/** A real Chromium from npm, which needs no other install. */
export default defineConfig({
  testDir: 'browser',
  outputDir: 'target/browser',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 1,
  // A busy machine of CI may be slow once; what fails twice is broken. A second try is reported as flaky.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  reporter: [['list'], ['junit', { outputFile: 'target/failsafe-reports/TEST-browser.xml' }]],
  use: {
    baseURL: gateway(),
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: await chromium.executablePath(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-dev-shm-usage'],
    },
  },
})

function gateway(): string {
  const address = process.env.ANDON_GATEWAY
  if (!address) {
    throw new Error('Set ANDON_GATEWAY to the address of a running stack, such as http://localhost:8000.')
  }
  return address
}
