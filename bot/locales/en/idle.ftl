# The one question to those who have changed nothing for a year.

idle-title = <b>Do you still need these messages?</b>
idle-text = You have changed nothing in your subscription for more than a year. If you need it, tap “Yes, keep it”. If not, there is nothing to do: in 30 days the bot will delete it and everything stored about you. It will not ask again.
idle-keep = ✅ Yes, keep it
idle-kept = ✅ The subscription stays. After a year without changes the bot will ask again.
