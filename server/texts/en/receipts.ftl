# Buttons under a push message
reminder-push-later = Later today
reminder-push-not-this-week = Not this week
