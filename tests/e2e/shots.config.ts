import { defineConfig } from '@playwright/test'
import journeys from './playwright.config'

/** What `npm run shots` runs: the same product and browser as the journeys, for pictures. */
export default defineConfig({ ...journeys, testMatch: '*.shots.ts', outputDir: '.output/shots' })
