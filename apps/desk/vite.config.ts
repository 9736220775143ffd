import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * The desk as static files for `/`. Nothing is inlined as `data:`: the server's policy lets fonts and scripts come from
 * files of its own only.
 */
export default defineConfig({
  plugins: [react()],
  // The thread that reads texts opens pdf.js only when there is a PDF: a worker of modules, in parts.
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    // These know `:dir()`, which is otherwise turned into a guess by language.
    cssTarget: ['chrome120', 'firefox128', 'safari17'],
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4600' } },
})
