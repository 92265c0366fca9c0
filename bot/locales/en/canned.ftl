# Ready answers of the lawyers about how things go here. They make no statement about the law.

canned-needs-details = More details are needed
canned-text-needs-details =
    To answer, the lawyers need more details. Please write when it happened, which papers you have received, and which day they name.

    No names, numbers, addresses or places are needed. You can add to your question by replying to this message.
canned-talk-to-a-lawyer-in-person = Talk to a lawyer in person
canned-text-talk-to-a-lawyer-in-person =
    This question is better discussed with a lawyer in person: a few lines in a chat easily mislead, and a lawyer will see all of your papers.

    Where to look for a lawyer, including a free one, is told under /faq, in the answer about legal help.
canned-asked-at-the-seminar = Ask at the seminar
canned-text-asked-at-the-seminar =
    People often ask this at the free seminars, where you can put a question to the attorney.

    When the next seminar is, and how to get a reminder: /seminars
canned-not-our-field = This is not our field
canned-text-not-our-field =
    Thank you for writing. Only general questions about asylum in the US are answered here. Yours is about something else, and cannot be answered here.

    Please turn to a lawyer who works on such questions.
