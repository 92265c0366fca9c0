"""Questions and answers: screens, free text, inline mode, news, the offline file, watches."""
