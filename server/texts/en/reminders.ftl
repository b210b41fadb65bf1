### Reminders

reminder-push-title = Your practice is ready

## The same in other words: which of them serves is learned

reminder-push-body-plain = A few minutes, whenever it suits you.
reminder-push-body-minutes = Three minutes now, and it stays for weeks.
reminder-push-body-still-know = Do you still know? A few cards of your training are waiting.
reminder-push-body-one-card = Begin with one card. More is welcome, not needed.
reminder-push-body-at-work = Bring back what you will use at work.
reminder-push-body-good-moment = Is this a good moment for a few cards?

## Moments of a campaign, and the question after many reminders in vain

reminder-start-title = Your practice begins
reminder-start-body = Your programme has begun. A few minutes a day are enough.
reminder-course-day-title = Your training is today
reminder-course-day-body = From tomorrow a few minutes a day help you remember it.
reminder-check-in-title = You are halfway
reminder-check-in-body = Bring back what you know today, and see what still needs attention.
reminder-last-week-title = The last week
reminder-last-week-body = You are nearly there. A few minutes a day finish it.
reminder-result-title = Your programme is done
reminder-result-body = See what has stayed with you.
reminder-help-title = What would help?
reminder-help-body = You have not practised for a while. That is fine. Another moment, fewer cards or a pause are in your settings. We send no more reminders until you practise again.

mail-told-subject = { $title }
mail-told-body =
    Hello { $name },

    { $told }
mail-told-button = Have a look
mail-help-subject = { $title }
mail-help-body =
    Hello { $name },

    { $told }
mail-help-button = Open your settings

## Asked on the notification itself, by who wants that

reminder-question-yes = True
reminder-question-no = False
reminder-question-right = Right
reminder-question-wrong = Not yet
