# Messages that are no question of law (P6). First what is said to them, then the lists by which they are known.

wishes-leave =
    🔕 <b>Unsubscribe?</b>

    Tap “Unsubscribe” and the bot sends nothing more: no reminders, no news. Everything it kept for that is deleted at once. If you are not subscribed, the button does no harm.
wishes-despair =
    I am sorry that it is so hard for you now. You are not alone.

    Please call somebody close to you right now and ask them to stay with you. If you might hurt yourself, call the emergency number of the country you are in.

    I am a program and cannot take a person's place. Please do not stay alone with this.
wishes-despair-topics = If you also asked about asylum, these are the topics:
wishes-nothing = Write your question in words, in one phrase: for example, “how long is the wait for a work permit”. Or choose a topic.
wishes-greeting = Hello. Write a question in your own words, or choose a topic.
wishes-thanks = You are welcome. Take care of yourself. If another question comes up, just write it.
wishes-speaker = The seminars are given by attorney Yakov Spektor, JurisQ Legal Network.
wishes-about = A program answers you here. This bot is for the audience of the free seminars of JurisQ Legal Network with attorney Yakov Spektor: it answers common questions about asylum in the US and reminds people of the seminars.
wishes-person = A program answers you here; no person reads these messages. You can talk about your case with an attorney or an accredited representative: the answer “Finding legal help” says how to find one, also free of charge.
wishes-person-lawyers = A program answers you here. You can write to a real lawyer from here; this is how it works.

# How the lists are read. Commas and line ends part the messages; a/b is either word, (a) may be left out, _ joins words;
# … at the end allows also the words of wishes-said-beside, which change nothing in what is meant.
# The order of words, capitals, punctuation and the polite words do not matter. Every message is the whole message.

wishes-said-polite =
    please, pls, plz, thanks, thank you, thank you very much, thank you so much, many thanks, thanks a lot, hello, hi, hey, sorry,
    excuse me, kindly, good morning, good evening, good afternoon, thx, dear bot, guys
wishes-said-empty = question, number, topic, item, yes, no, ok, okay, k, yep, nope, hm, hmm, well, fine, good, got, it, sure, a, o, oh
# Numbers of forms: alone, they are a question.
wishes-said-numbers = 589, 765, 730, 862, 94, 485, 539, 131, 130, 325, 1450, 1650, 1651, 1055
wishes-said-beside =
    i, id, ill, im, ive, am, me, my, mine, you, your, we, this, that, the, these, those, all, any, to, from, of, off, on, in, at, for, a, an, just,
    really, now, immediately, today, already, anymore, any, more, again, ever, want, wanted, wish, would, like, love, wanna, need, how, do, does, can,
    could, may, where, is, are, it, its, be, been, bot, chat, here, list, lists, message, messages, mailing, mailings, reminder, reminders, notification,
    notifications, text, texts, emails, email, update, updates, news, newsletter, stuff, things, seminar, seminars, about, get, getting, let, make, have, has, got, and, or, so,
    completely, permanently, forever, entirely, asap, out, there, everything, anything, else, way, possible, button, what, no, who, whatever, subscribed, by,
    accident, accidentally, team, guys, friends, sir, madam, someone, right, away, too, much, many, must, then, why, number, phone, tired, enough, with
wishes-said-leave =
    (please/ok/just) stop/stopp/stopall (please/now/it/this/that/already/all/everything), stop/stopp/stopall subscription/spam …
    stop/stopp/quit/cease/halt/end sending/texting/messaging/writing/spamming/bothering/contacting/notifying/reminding/emailing/messages/reminders/notifications/mailings …
    stop getting/receiving messages/reminders/notifications/texts/updates/emails …
    quit, exit, (thats) enough, optout, (i) (want_to/how_do_i/how_can_i/how_to/can_i/let_me) opt_out (of_this/please), opting_out, opted_out, spam, go away
    unsubscribe/unsubscribed/unsub/unsubscribing/unsubcribe/unsuscribe/unsubscibe/un_subscribe/otpishite/otpisatsya/otpiska (cant/find) …
    dont/do_not/never/not text/message/remind/notify/bother/spam/email/bug/write me/us/my/anymore/any_more/again/messages/reminders/notifications/texts …
    dont/do_not/never send me/us/anymore/any_more messages/reminders/notifications/texts/emails/updates/anything/more/spam …
    dont/do_not/never contact me/us/anymore/again …
    dont/do_not/didnt/no_longer want/need/wish (receive/receiving) reminders/notifications/texts/updates/emails/subscribed/contacted/mailings …
    (i) dont/do_not/no_longer want/need/wish (to) (get/receive) (any) (more) (of) (these/your) messages/news (from_you/from_this_bot) (anymore/any_more)
    remove/delete/take/drop me/number mailing/subscribers/newsletter/list/lists (subscriber) …
    cancel/end/stop/terminate/turn_off/switch_off/disable/mute/deactivate/cancelling/shut_off subscription/subscriptions/reminders/notifications/messages/mailings/mailing/reminder …
    (please) turn/switch/shut off (it/this/bot/the_bot) (please)
    discontinue/block/pause/suspend messages/reminders/notifications/texts/subscription/mailings/emails …
    tired/sick your/these/this messages/reminders/notifications/spam/texts …
    no more messages/reminders/notifications/texts/mailings/spam/emails …
    leave me alone (please/now), leave/quit this/the bot/list/chat (please), how (do_i/to/can_i) leave/quit/exit (this/the) bot/list/chat, (im/i_am) leaving, (im/i_am) not/no_longer interested (anymore/any_more)
wishes-said-delete =
    delete/erase/remove/wipe/destroy/clear/purge/deleted/erased/removed/deletion/deleting/erasing/erasure (personal) data (know/stored/store/keep/kept/saved/hold/collected/database/databases/server/servers/system/information/info) …
    delete/erase/remove/wipe/destroy/clear/purge/deleted/erased/removed/deletion/erasing my/me/us (personal) information/info/details/traces (know/stored/store/keep/kept/saved/hold/collected/database/databases/server/servers/system) …
    delete/erase/remove/wipe/destroy/clear/purge/deleted/erased everything/it_all/all/anything me/my/know/stored/store/keep/kept/saved/hold/wrote/collected (data/database) …
    delete/erase/remove/wipe/clear/purge everything/all/it (please/now), (please) delete/erase/wipe it_all (please/now)
    delete/erase/wipe/purge/close/deactivate/terminate/deletion/deleting account/profile/myself (database/system/records/databases/server/data/information/personal) …
    (please) delete/erase/wipe/remove me (please/now/completely), get rid my data/information/account/records (personal) …
    delete/erase/remove/wipe/clear wrote/sent/said/asked me/i …, delete/erase/remove/wipe/clear (all/my) questions/conversation/messages (my/all/please)
    remove account/profile …, remove/delete me/myself database/system/records/databases/server …
    (please) forget me (please/now), forget everything know …, right_to_be_forgotten, (i) (want_to) withdraw/revoke (my) consent, gdpr (request/delete/erasure)
    dont/do_not/never keep/store/save my/anything (data/information/personal) …
    udalite/udalit/udali dannye/moi/vse (moi/dannye/menya) …
wishes-said-menu =
    menu, main menu, (show/open/give) (me) (the) (main) menu, back, go back, start, begin, restart, start over, home, main page, buttons, where are the buttons, where is the menu, topics, list (of) topics, (show) (me) (the) topics
wishes-said-help =
    help, help me, (i) need help, commands, list (of) commands, instructions, how to use (this/the) (bot), how do i use (this/the) (bot/it), how does this/it/the (bot) work, what can you/i (do) (here), what can (this/the) bot do, what do you do, how do i ask (a/you) (a/question), can you help (me), manual
wishes-said-verify =
    (is) (this) (a) scam, (are) you (a) scam/scammer/scammers/fake/fraud/legit/real, (is) this (bot/a) scam/fake/legit/real/official/fraud/genuine, (are) (you) the real/official bot, (is) (this) the real/official bot, (is) (this) (really/actually) (from) jurisq, how do i know (that) (this/you) (bot) (is/are) (real/legit/not_a_scam/not_fake/official), can i trust you/this (bot), (are) you (the) fsb, (do) (you) work for (the) (fsb/government/russian_government)
wishes-said-seminars =
    seminar, seminars, webinar, webinars, schedule, seminar schedule, when is (the/your) (next) (free) seminar/webinar/live_stream/lecture/meeting, whens the next seminar/webinar, when (are) (the/your) (next/upcoming) seminars/webinars, (the) next seminar/webinar, upcoming seminars/webinars, (show) (me) (the) (next/upcoming) seminars/seminar
wishes-said-speaker =
    who is (attorney/lawyer/mr/this) (yakov) spektor/spector, (attorney) yakov spektor, spektor, who gives/holds/leads/runs/teaches (the/your/these) seminars/webinars/seminar/webinar, who is (your/the) (attorney/lawyer/speaker)
wishes-said-about =
    (what/whats) (is) your name, who is here/there,
    who are you (guys), who is this, who (runs/made/is_behind) (this) bot, whose bot (is_this), what is jurisq (legal) (network), what is this (bot), who is jurisq
wishes-said-person =
    (can/could/may) (i) (want_to/would_like_to/id_like_to/need_to/how_do_i/how_can_i/let_me) talk/speak/chat (to/with) (a/an) (real/live/human/actual) (person/human/human_being/operator/agent/someone/somebody/being), human, operator, agent, real person, live person, live agent, a human please, (i) want/need (a) (real/live) human/person/operator/agent,
    (are) you (a) bot/robot/human/person/real_person/machine (or) (bot/robot/human/person/real_person/machine), am i talking/speaking/chatting (to/with) a bot/human/person/robot/machine/real_person, is anybody/anyone/somebody/someone there/here, is there (a) (real/live) (human/person/anybody/anyone) here/there
wishes-said-greeting =
    hi, hello, hey, hello there, hi there, hey there, good morning, good afternoon, good evening, good day, greetings, howdy, hi how are you, how are you, hello how are you, hello bot, hi bot, yo, whats up, privet, zdravstvuyte
wishes-said-thanks =
    (ok/okay/great/good/well/fine/got_it/i_see/yes/no) thanks/thank_you/thx (so/very/a_lot/much/all/you/for_everything/bot/was/helpful/helped/me/i_see/got_it),
    thanks, thank you, thx, ty, tnx, thanks a lot, many thanks, thank you so/very much, thank you for (your/the) help/answer/information/everything, thanks for (your/the) help/answer/information/everything, thank you bot, (that) was/is (very) helpful (thank_you/thanks), i appreciate it, much appreciated, god bless you, bless you, spasibo, thanks got it, thanks i understand
# Allowed beside every form of despair.
wishes-said-despair-beside =
    i, im, am, me, my, so, just, really, only, honestly, now, today, tonight, tomorrow, soon, every day, every night, always, often, sometimes, again,
    already, anymore, please, help, feel, right, keep, maybe, probably
wishes-said-despair =
    (id) rather be dead, nobody/no_one (would) miss me (gone), (i) think/thinking about ending it_all, (want_to/going_to) take my own life
    (i) (just/really/only/so/honestly/do) want/wish (to) die/be_dead/disappear_forever, (i) (just/really) want/wish (to) not_wake_up/never_wake_up, (i) wish i was/were dead, (i) wish i (had/was) never (been) born, (i) (just/really) wanna die, (i) feel like dying
    (i) (really/just/simply) dont/do_not want (to) live/be_alive/exist (anymore/any_more/any_longer), (i) no longer want to live/be_alive, (i) dont/do_not wanna live (anymore), (i) (just) want to end it_all, (i) (just) want to end my life, (i_am/im) going to end it_all, (i_am/im) going to end my life, (i) (am/im) thinking_of/thinking_about ending my_life/it_all
    (i) (really/just) want/wanna/plan/am_going/im_going (to) kill myself, (i) (will/ll) kill myself, ill kill myself, im gonna kill myself, i am gonna kill myself, (i_am/im) thinking_of/thinking_about killing myself, (i) want_to/will/am_going_to/im_going_to hang/shoot/drown/hurt myself, (i) want to cut my wrists/veins
    suicide, suicidal, (i_am/im/i_feel/feeling) (so/very) suicidal, (i_am/im/i_keep) thinking (about/of) (committing) suicide, (i) think (about/of) (committing) suicide, (i) (have) suicidal thoughts, (i) (have) thoughts (of/about) (committing) suicide, (i) (want_to/will/am_going_to) commit suicide, im going to commit suicide
    (there) (is) (theres) no reason/point (to/in) live/living (anymore), life (is) not worth living (anymore), my life is worth nothing (anymore), (my) life has no meaning (anymore), (i) (have) nothing (left) to live for, (i) (have) no reason to live, no reason to go on living, (i) cant live (like_this) anymore, (i) cannot live (like_this) anymore, (i_am/im) (so) tired of living/life/being_alive, everyone would be better (off) without me, (they/the_world) would be better off without me, better off dead, (im/i_am/i_would_be/id_be) better off dead, this is my last message, (i) took pills to die
