import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { NoAnswer } from './api.ts'
import { eraseClearDrafts } from './drafts/draft-store.ts'
import { InLocale } from './locale.tsx'
import { deskRouter } from './routes.tsx'
import { WithKeyRing } from './sealing/key-ring.tsx'
import './styles/fonts.css'
import './styles/base.css'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // Asking again mends a lost connection, and no other failure.
      retry: (times, error) => times < 2 && error instanceof NoAnswer && error.why === 'unreachable',
      retryDelay: 400,
    },
  },
})
const router = deskRouter(queries)
eraseClearDrafts(localStorage)
const place = document.getElementById('desk')
if (place === null) throw new Error('the page has no place for the desk')

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <InLocale>
        <WithKeyRing>
          <RouterProvider router={router} />
        </WithKeyRing>
      </InLocale>
    </QueryClientProvider>
  </StrictMode>,
)
