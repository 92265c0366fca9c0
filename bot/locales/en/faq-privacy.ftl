# Facts: AP-3, AP-10, FA-7, RU-13, PR-1..6, LH-1; what the bot itself stores follows /privacy, not the sheet

faq-privacy = What not to write in a chat
    .button = What not to write in a chat
    .short =
        Do not write names, document numbers, addresses or case details in the chat; send no photos of a summons.
        Messages to any Telegram bot are not end-to-end encrypted.
        You do not have to say anything about yourself to read the answers.
        Now: delete from the chat anything personal you have written, and talk about your case with a lawyer in person.
    .details =
        <b>What not to send</b>
        • your name, passport number, immigration number (A-number);
        • photos of a summons or other papers;
        • your unit, your route, the place where you stay;
        • names of relatives;
        • what a lawyer told you.

        <b>Who can see the messages.</b> In Telegram only secret chats between two people are end-to-end encrypted; there are no such chats with bots. The messages are not hidden from Telegram itself. They can be seen on your phone, too.

        <b>What this bot stores.</b> When you read answers, nothing about you is written down. If you subscribed, it stores the chat number, the language, your choices, the day you subscribed and the day of the last change. If you asked to be reminded of a seminar or told of a change in an answer, the chat number, the language and this mark; the mark of a seminar for another 48 hours after it. It does not store your name, phone or the text of your questions.

        <b>How to check and erase.</b> /privacy shows what is stored about this chat. /stop unsubscribes, /delete deletes everything. But the messages remain with Telegram: a chat is deleted in Telegram itself. If the bot's server is seized while it runs, the list of subscribers can be read.

        <b>If you are in Russia.</b> Telegram has been slowed there since 10 February 2026; media and members of parliament spoke of a full block from 1 April 2026.

        <b>If the bot does not open.</b> Save what is important in advance, but in a way that does not harm you if it is found.

        <b>Other traces.</b> Forms of Citizenship and Immigration Services (USCIS), the I-589 application among them, ask for social-media names of about five years. What is proof in the US can be dangerous in Russia: collect it, but do not publish it. Posts and messages can also harm relatives who stayed there.
    .changing =
        Whether Telegram opens in Russia now we do not know.
    .unconfirmed =
        A question to a bot makes nobody an attorney's client, and attorney-client privilege does not cover it.

        A phone may be searched at the US border.

        The US authorities do not tell the home country about an asylum application, with some exceptions.
    .synonyms =
        privacy, confidential, anonymous, safe to write, personal data, delete my data, who sees my messages,
        tell Russia, secret, phone search
    .samples =
        Is this chat confidential
        do you store my messages
        will Russia find out that I applied
        is it safe to write here
        do they share my file with Russia
        how do I delete this chat
        can my family in Russia get into trouble
        what should I not write
        can they search my phone at the border
        who can read my questions
        will Russia learn that I asked for protection
        who can see what I write here
        I am afraid for my mother who stayed there
        can I erase this chat
        do you give my data to anyone
        is it safe to write to this bot
        does America share this with the Russian authorities
        could my relatives be hurt because I asked here
        who is behind this bot
        do you record what I ask
        if they take my phone, what will they see
        is my file kept secret
