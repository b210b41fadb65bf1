### Reminders

reminder-push-title = Your practice is ready
reminder-push-body = A few minutes, whenever it suits you.
