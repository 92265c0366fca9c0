# Groups: one sentence that gives nobody away.

groups-private-only = Этот бот отвечает только в личном чате, здесь он ничего не пишет и никого не запоминает.
groups-open = Открыть личный чат
