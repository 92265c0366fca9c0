# For the demo in the browser only: whom one can play, and which seminars there are.
demo-anna = читает по-русски
demo-john = reads English
demo-admin = администратор: /broadcast и /seminar
demo-soon = Work permits (demo)
demo-next = The asylum interview (demo)
