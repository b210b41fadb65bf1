### Reminders

reminder-push-title = Je oefening staat klaar
reminder-push-body = Een paar minuten, wanneer het jou uitkomt.
