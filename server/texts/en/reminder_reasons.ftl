### Why a reminder came or did not: read by the learner and by admins

reminder-why-done = There was practice that day already.
reminder-why-already = There was a reminder that day already.
reminder-why-paused = There was a pause.
reminder-why-muted = Reminders are off: no channel is chosen.
reminder-why-snoozed = “Not this week” was chosen.
reminder-why-no-channel = There was no channel by which a reminder can arrive, such as a phone with notifications on or a working mail address.
reminder-why-holiday = It was a public holiday.
reminder-why-not-a-working-day = It was not a day to practise.
reminder-why-no-cards = No card was due.
reminder-why-starts-alone = Not needed: practice mostly begins unasked.
reminder-why-week-full = The most reminders for that week had been reached.
reminder-why-backing-off = No session followed earlier reminders, so fewer come.
reminder-why-silent = No session followed many reminders, nor the question what would help. It stays quiet until the first session.
reminder-why-outside-window = No moment was left within learning time, outside quiet hours and far enough from the last reminder or session.
reminder-why-own-moment = At the moment chosen for oneself.
reminder-why-window = At the first moment that fitted learning time.
reminder-why-usual-hour = Around { $hour }: reminders around that time were most often followed by a session.
reminder-why-usual-hour-unknown = In the hour in which reminders were most often followed by a session.
reminder-why-cohort-hour = Around { $hour }: that time works best for colleagues, and too little is known of this person yet.
reminder-why-cohort-hour-unknown = In the hour that works best for colleagues.
reminder-why-exploring = Around { $hour }, to find out whether that time suits better. This happens now and then.
reminder-why-exploring-unknown = In an hour to find out whether it suits better. This happens now and then.
reminder-why-later = Put off: “Later today” was chosen in the notification.
reminder-why-inactive = The account is not active, or no password has been chosen yet.
reminder-why-not-enrolled = This person takes part in no campaign.
reminder-why-expired = It could not be sent before learning time ended.
reminder-why-failed = Sending failed too often.
reminder-why-unknown = The reason comes from another version of Beklijf.

reminder-kind-practice = Practice
reminder-kind-help = Asking what would help
reminder-kind-start = Start of a campaign
reminder-kind-course-day = Day of the course
reminder-kind-check-in = Check-in
reminder-kind-last-week = Last week
reminder-kind-result = Result

reminder-trouble-channel =
    { $channel ->
        [fcm] Push to the app
        [web_push] Push to the browser
        [mail] Mail
        [teams] Microsoft Teams
        [slack] Slack
       *[other] Another channel
    }
reminder-trouble-gone = { reminder-trouble-channel }: the address is no longer there.
reminder-trouble-refused = { reminder-trouble-channel }: the message was refused.
reminder-trouble-try-again = { reminder-trouble-channel }: the service could not be reached, or was too busy.
reminder-trouble-unsure = { reminder-trouble-channel }: the service’s answer was lost.
reminder-trouble-fault = { reminder-trouble-channel }: something went wrong in Beklijf itself.
