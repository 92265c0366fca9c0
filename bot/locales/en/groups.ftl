# Groups: one sentence that gives nobody away.

groups-private-only = This bot answers in a private chat only; here it writes nothing and remembers nobody.
groups-open = Open a private chat
