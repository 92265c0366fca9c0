# A question in a person's own words: the text is kept nowhere.

questions-suggest = You may be asking about one of these. Choose a topic:
questions-instead = Not this? Perhaps:
questions-none-fits = None of these
questions-rephrase = Try to ask in other words: one short phrase, without names or numbers. For example: “how long is the wait for a work permit”. All topics are under “Questions and answers”.
questions-none = The bot has no answer to this. It only answers questions about asylum in the US and about our seminars. Try to ask in other words, or look at the topics.
questions-elsewhere = This seems to be about another programme or another country. The bot only answers questions about asylum in the US: about other programmes, ask an attorney or an accredited representative.
questions-unknown = The bot has not found an answer this time either. Look at all the topics, or read where to find a lawyer, including free ones. You can hear an attorney at the free seminars.
questions-not-kept = The bot has not kept your text, but it is still in the Telegram chat: if there is something private in it, delete it.
questions-not-now = The bot could not look for an answer just now: ask again in a minute, or choose a topic. It has not kept this text, but it is still in the Telegram chat: if there is something private in it, delete it.
