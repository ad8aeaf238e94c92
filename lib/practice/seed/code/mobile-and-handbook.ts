import type { RepositoryCode } from './repository-code'

export const mobile: RepositoryCode = {
  repo: 'mobile',
  main: [
    {
      author: 'marcus-lind',
      at: '2026-09-20T12:00:00Z',
      message: 'The app, version 5.2',
      files: {
        'README.md': '# mobile\n\nThe app for iOS and Android.\n',
        'shared/src/session/SessionStore.kt': `package example.acme.session

/** Keeps people signed in. Since 5.2 the key holds the version, so that each update starts anew. */
class SessionStore(private val storage: Storage, private val version: String) {
    private val key get() = "session-" + version

    fun read(): Session? = storage.get(key)?.let(Session::parse)

    fun write(session: Session) = storage.put(key, session.toText())
}
`,
        'shared/src/orders/OrderList.kt': `package example.acme.orders

/** White, whatever the phone's appearance. */
val background = Color(0xFFFFFFFF)
`,
      },
    },
  ],
  branches: [],
  workflows: [],
}

export const handbook: RepositoryCode = {
  repo: 'handbook',
  main: [
    {
      author: 'marcus-lind',
      at: '2026-08-03T09:00:00Z',
      message: 'How we work',
      files: {
        'README.md': '# handbook\n\nHow we work.\n\n- [On call](on-call.md)\n- [Releases](releases.md)\n',
        'on-call.md': '# On call\n\nOne person for a week, Monday to Monday. Alarms come to #ops.\n',
        'releases.md': '# Releases\n\nThe shop on Tuesdays, the API on Thursdays. Never on a Friday.\n',
      },
    },
  ],
  branches: [],
  workflows: [],
}
