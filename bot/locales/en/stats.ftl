# 📊 Statistics of the thirty days that are over.

desk-stats = 📊 Statistics
# day: November 29
stats-title = 📊 <b>Statistics: 30 days up to { WHEN($day, "d MMMM") }</b>
stats-subscribers = <b>Subscribers</b>
stats-many-ru = In Russian: { $count }
stats-many-en = In English: { $count }
stats-few-ru = In Russian: fewer than five
stats-few-en = In English: fewer than five
stats-deliveries = <b>Messages</b>
stats-outcome = { $name }: { $count }
stats-delivered = Delivered
stats-gone = Gone
stats-failed = Failed
stats-unknown = Unknown
stats-expired = Expired
stats-left = Left
stats-nothing = No numbers yet.
stats-questions = <b>Questions to the bot</b>: { $count }, no answer found for { $share } %
stats-no-questions = <b>Questions to the bot</b>: no numbers yet.
stats-topics = Asked most often:
stats-topic = { $title }: { $count }
stats-ratings = <b>Ratings of seminars</b>
stats-rating = { $title }: { $whole }.{ $tenth } of 5, answers: { $count }
stats-small = Sums a day are shown from five on; messages are rounded down to fives. What is smaller is not kept, and is in no sum.

# In the picture
stats-chart-subscribers = Subscribers
stats-chart-deliveries = Messages in 30 days
stats-chart-questions = Questions: { $share } % without answer
stats-chart-asked = Questions
stats-found = an answer was found
stats-not-found = no answer was found
stats-day = { WHEN($day, "d MMMM") }
