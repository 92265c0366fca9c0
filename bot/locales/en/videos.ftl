# New videos of the channel. Subscribers get the same video once.
# title: as YouTube gave it; link: its address; count: how many subscribers have Recordings switched on
videos-offer =
    🎬 <b>A new video on the channel</b>

    { $title }
    { $link }

    Push to subscribers? { $count } of them have Recordings switched on. The bot first shows what people will get; nothing leaves until you confirm it.
videos-prepare = Show the mailing
videos-pushed =
    🎬 <b>A new video is going out to subscribers</b>

    { $title }
    { $link }

    The bot sent it by itself, as it is set to. To stop everything that is being sent: /pause
videos-mailing =
    🎬 <b>A new video</b>

    { $title }

    { $link }
videos-mailing-untitled =
    🎬 <b>A new video</b>

    { $link }
videos-watch = ▶️ Watch on YouTube
videos-refused-pushed = Subscribers have already had this video. The bot does not send it a second time.
videos-refused-seminar = This is the link of a seminar or of its recording. There is no separate mailing about it.

# The channel's feed cannot be read; days: for how many days in a row
videos-feed-failing = ⚠️ The channel's list of videos has not opened for { $days ->
    [one] { $days } day.
   *[other] { $days } days.
} Subscribers notice nothing: what is known is not lost, and the bot finds new videos when YouTube answers again. You can still tell people of a video: send the bot its link.
videos-feed-back = ✅ The channel's list of videos opens again.
