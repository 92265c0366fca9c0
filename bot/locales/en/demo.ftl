# For the demo in the browser only: the bot's name, whom one can play, and which seminars there are.
demo-name = Seminars (demo)
demo-anna = читает по-русски
demo-john = reads English
demo-admin = рассылки и семинары
demo-second = второй админ, подтверждает
demo-lawyer = юрист, отвечает в группе
demo-soon = Work permits (demo)
demo-next = The asylum interview (demo)
