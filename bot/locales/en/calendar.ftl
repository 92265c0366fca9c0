# A calendar of buttons: days, hours, minutes.

calendar-month = { WHEN($day, "LLLL y") }
calendar-weekday = { WHEN($day, "cccccc") }
calendar-day = { $day }
calendar-today = ·{ $day }
calendar-empty = –
calendar-earlier = «
calendar-later = »
calendar-hour = { $time }
calendar-minute = { $time }
calendar-other-hour = 🕓 Another hour
calendar-other-day = 📅 Another day
